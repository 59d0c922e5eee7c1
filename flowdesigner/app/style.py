"""The few rules of style that a palette cannot say, and the font of the window."""

from importlib.resources import as_file, files

from PySide6.QtGui import QFont, QFontDatabase

from flowdesigner.app.theme import RADIUS, Theme

FONT = "Inter"
_FONT_FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")


def load_font(size: float = 10.0) -> QFont:
    """The window's font, brought along so that it looks alike everywhere."""
    folder = files("flowdesigner.app") / "resources" / "fonts"
    for name in _FONT_FILES:
        with as_file(folder / name) as path:
            QFontDatabase.addApplicationFont(str(path))
    font = QFont(FONT)
    font.setPointSizeF(size)
    font.setFamilies([FONT, "Noto Sans", "Segoe UI", "Noto Color Emoji"])
    return font


def style_sheet(theme: Theme) -> str:
    """Fields, buttons, panels and tabs in the colours of a theme."""
    return f"""
    QMainWindow::separator {{ background: {theme.border}; width: 1px; height: 1px; }}
    QToolBar {{ background: {theme.window}; border: none; border-bottom: 1px solid {theme.border};
        padding: 4px 8px; spacing: 2px; }}
    QToolBar QToolButton {{ padding: 6px 10px; border-radius: {RADIUS}px; color: {theme.text}; }}
    QToolBar QToolButton:hover, QToolButton:hover {{ background: {theme.raised}; }}
    QToolBar QToolButton:checked {{ background: {theme.accent_soft}; }}
    QToolBar::separator {{ background: {theme.border}; width: 1px; margin: 6px 6px; }}
    QToolButton {{ border: none; border-radius: {RADIUS}px; padding: 4px; color: {theme.text}; }}
    QToolButton:checked {{ background: {theme.accent_soft}; }}
    QToolButton:focus, QPushButton:focus {{ border: 1px solid {theme.accent}; }}
    QMenuBar {{ background: {theme.window}; padding: 2px 4px; }}
    QMenuBar::item {{ padding: 4px 10px; border-radius: 4px; background: transparent; }}
    QMenuBar::item:selected {{ background: {theme.raised}; }}
    QMenu {{ background: {theme.surface}; border: 1px solid {theme.border}; padding: 4px; }}
    QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {theme.accent_soft}; color: {theme.text}; }}
    QMenu::item:disabled {{ color: {theme.muted}; }}
    QMenu::separator {{ height: 1px; background: {theme.border}; margin: 4px 8px; }}
    QMenu::icon {{ padding-left: 8px; }}
    QDockWidget {{ color: {theme.text}; font-weight: 600; }}
    QDockWidget::title {{ background: {theme.window}; padding: 8px 10px; text-align: left;
        border-bottom: 1px solid {theme.border}; }}
    QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox, QDateEdit, QTimeEdit {{
        background: {theme.surface}; border: 1px solid {theme.border};
        border-radius: {RADIUS}px; padding: 4px 8px; color: {theme.text};
        selection-background-color: {theme.accent}; selection-color: {theme.on_accent}; }}
    QLineEdit:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {{
        border: 1px solid {theme.accent}; }}
    QComboBox QLineEdit, QComboBox QLineEdit:focus {{ border: none; padding: 0;
        background: transparent; }}
    QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ color: {theme.muted}; }}
    QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 22px; }}
    QDateEdit::down-arrow {{ image: none; }}
    QPushButton {{ background: {theme.surface}; border: 1px solid {theme.border};
        border-radius: {RADIUS}px; padding: 6px 14px; color: {theme.text}; }}
    QPushButton:hover {{ background: {theme.raised}; }}
    QPushButton#toggle {{ padding: 6px 2px; }}
    QPushButton#toggle:checked {{ background: {theme.accent}; border-color: {theme.accent};
        color: {theme.on_accent}; }}
    QPushButton#toggle:checked:focus {{ border-color: {theme.text}; }}
    QPushButton:disabled {{ color: {theme.muted}; background: {theme.window}; }}
    QPushButton#primary, QPushButton:default {{ background: {theme.accent};
        border: 1px solid {theme.accent}; color: {theme.on_accent}; }}
    QPushButton#primary:disabled {{ background: {theme.raised}; border-color: {theme.border};
        color: {theme.muted}; }}
    QPushButton#primary:focus, QPushButton:default:focus {{ border: 1px solid {theme.text}; }}
    QCommandLinkButton {{ border: 1px solid {theme.border}; border-radius: {RADIUS}px;
        background: {theme.surface}; padding: 10px 12px; }}
    QCommandLinkButton:hover {{ border-color: {theme.accent}; background: {theme.accent_soft}; }}
    QCommandLinkButton:focus {{ border-color: {theme.accent}; }}
    QTabBar {{ background: {theme.window}; }}
    QTabBar::tab {{ padding: 8px 14px; color: {theme.muted}; background: transparent;
        border: none; border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ color: {theme.text}; border-bottom: 2px solid {theme.accent}; }}
    QTabBar::tab:hover:!selected {{ color: {theme.text}; }}
    QTabBar::tab:focus {{ color: {theme.accent}; }}
    QTreeView, QListView, QTableView {{ background: {theme.surface}; color: {theme.text};
        border: 1px solid {theme.border}; outline: none; }}
    QTreeView[frameShape="0"], QListView[frameShape="0"] {{ border: none; }}
    PalettePanel QTreeView {{ background: transparent; }}
    QTreeView::item {{ border-radius: 4px; padding: 2px 4px; }}
    QTreeView::item:hover, QListView::item:hover {{ background: {theme.raised}; }}
    QTreeView::item:selected, QListView::item:selected {{ background: {theme.accent_soft};
        color: {theme.text}; }}
    QTreeView:focus, QListView:focus {{ outline: none; }}
    QListView#offered::item {{ padding: 3px 7px; color: {theme.text}; }}
    QHeaderView::section {{ background: {theme.window}; color: {theme.muted}; border: none;
        border-bottom: 1px solid {theme.border}; padding: 6px 8px; }}
    QStatusBar {{ background: {theme.window}; border-top: 1px solid {theme.border}; }}
    QStatusBar::item {{ border: none; }}
    QStatusBar QLabel {{ padding: 2px 8px; color: {theme.muted}; }}
    QScrollArea {{ background: transparent; border: none; }}
    QToolTip {{ background: {theme.surface}; color: {theme.text};
        border: 1px solid {theme.border}; padding: 4px 6px; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
    QScrollBar::handle {{ background: {theme.border}; border-radius: 4px; margin: 2px;
        min-height: 24px; min-width: 24px; }}
    QScrollBar::handle:hover {{ background: {theme.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QLabel#heading {{ font-size: 20pt; font-weight: 600; }}
    QLabel#subheading {{ font-size: 11pt; font-weight: 600; }}
    QLabel#strong {{ font-weight: 600; }}
    QLabel#muted {{ color: {theme.muted}; }}
    QLabel#error {{ color: {theme.error}; }}
    """
