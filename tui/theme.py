"""Two themes of our own, dark and light, with a contrast of at least 7:1 wherever there is text."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="tiekartta-dark",
    dark=True,
    primary="#7cc7ff",
    secondary="#b8e0ff",
    accent="#ffd75f",
    warning="#ffd75f",
    error="#ff9d9d",
    success="#8ce99a",
    foreground="#ffffff",
    background="#101418",
    surface="#101418",
    panel="#27323d",
    variables={
        "text-muted": "#d0d4d8",
        "text-disabled": "#b4b8bc",
        "foreground-muted": "#d0d4d8",
        "foreground-disabled": "#b4b8bc",
        "block-cursor-background": "#ffd75f",
        "block-cursor-foreground": "#000000",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#3a424a",
        "block-cursor-blurred-foreground": "#ffffff",
        "input-selection-background": "#005fd7",
        "footer-key-foreground": "#ffd75f",
        "border": "#d0d4d8",
    },
)
LIGHT = Theme(
    name="tiekartta-light",
    dark=False,
    primary="#003f8a",
    secondary="#00437a",
    accent="#7a0060",
    warning="#6b4400",
    error="#8b0000",
    success="#005000",
    foreground="#000000",
    background="#ffffff",
    surface="#ffffff",
    panel="#e3e9f1",
    variables={
        "text-muted": "#333333",
        "text-disabled": "#4a4a4a",
        "foreground-muted": "#333333",
        "foreground-disabled": "#4a4a4a",
        "block-cursor-background": "#003f8a",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#c8d8ee",
        "block-cursor-blurred-foreground": "#000000",
        "input-selection-background": "#99c2ff",
        "footer-key-foreground": "#7a0060",
        "border": "#000000",
    },
)
THEMES = (DARK, LIGHT)
