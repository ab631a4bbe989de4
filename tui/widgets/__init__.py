"""Widgets: they draw and take keys and clicks, and know nothing of rules or files."""
