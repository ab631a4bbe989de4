"""The eight parts of the roadmap document, from values that have no internal field."""
