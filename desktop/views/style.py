"""The one style sheet, written from the tokens. Roles are dynamic properties: r (type), k (kind).

What QSS cannot do (chevrons, ticks, shadows, dashes, keyboard-only rings) is painted by the kit.
"""

from __future__ import annotations

from desktop.views.theme import Palette

_TONES = ("text", "text2", "text3", "danger", "warn", "ok", "accent_text", "on_accent")


def sheet(p: Palette, scale: dict[str, tuple[float, int]]) -> str:
    """The style sheet of one palette."""
    parts = (_words(p, scale), _grounds(p), _buttons(p), _fields(p), _views(p), _rest(p))
    return "\n".join(parts)


def _words(p: Palette, scale: dict[str, tuple[float, int]]) -> str:
    rules = [f"QLabel{{color:{p.text};background:transparent}}"]
    for role, (size, weight) in scale.items():
        shade = p.text3 if role.startswith("caption") else p.text
        rules.append(
            f'QLabel[r="{role}"]{{font-size:{size:g}pt;font-weight:{weight};color:{shade}}}'
        )
    for tone in _TONES:
        rules.append(f'QLabel[t="{tone}"]{{color:{getattr(p, tone)}}}')
    return "\n".join(rules)


def _grounds(p: Palette) -> str:
    names = ("chrome", "page", "sunken", "surface", "desk")
    rules = [f'QWidget[g="{name}"]{{background:{getattr(p, name)}}}' for name in names]
    rules += [
        f'QWidget[g="corner"]{{background:{p.page};border-top-left-radius:8px}}',
        f'QWidget[g="side"]{{background:{p.sunken};border-left:1px solid {p.line}}}',
        f'QWidget[g="foot"]{{background:{p.sunken};border-top:1px solid {p.line}}}',
        f'QWidget[g="card"]{{background:{p.surface};border:1px solid {p.line};border-radius:8px}}',
        f'QWidget[g="line"]{{background:{p.line}}}',
        f"QMainWindow,QDialog{{background:{p.page}}}",
        f'QMainWindow[g="chrome"]{{background:{p.chrome}}}',
    ]
    return "\n".join(rules)


def _buttons(p: Palette) -> str:
    base = "min-height:30px;max-height:30px;padding:0 13px;border-radius:6px;font-weight:600;"
    return f"""
QPushButton{{{base}font-weight:400;background:{p.surface};border:1px solid {p.field};
  color:{p.text};outline:0}}
QPushButton:hover{{background:{p.hover}}}
QPushButton:pressed{{background:{p.line}}}
QPushButton[kb="true"]:focus{{border:2px solid {p.accent};padding:0 12px;
  min-height:28px;max-height:28px}}
QPushButton:disabled{{background:{p.sunken};border:1px solid {p.line};color:{p.text3}}}
QPushButton[k="primary"]{{font-weight:600;background:{p.accent};border:1px solid {p.accent};
  color:{p.on_accent}}}
QPushButton[k="primary"]:hover{{background:{p.accent_hover};border-color:{p.accent_hover}}}
QPushButton[k="primary"]:pressed{{background:{p.accent_hover}}}
QPushButton[k="primary"][kb="true"]:focus{{border:2px solid {p.text}}}
QPushButton[k="primary"]:disabled{{background:{p.sunken};border:1px solid {p.line};
  color:{p.text3};font-weight:400}}
QPushButton[k="danger"]{{color:{p.danger};border-color:{p.danger}}}
QPushButton[k="danger"]:hover{{background:{p.danger_soft}}}
QPushButton[k="danger"]:disabled{{color:{p.text3};border-color:{p.line}}}
QPushButton[k="quiet"]{{font-weight:600;background:transparent;border:1px solid transparent;
  color:{p.accent_text};padding:0 9px}}
QPushButton[k="quiet"]:hover{{background:{p.hover}}}
QPushButton[k="quiet"]:pressed{{background:{p.line}}}
QPushButton[k="quiet"][kb="true"]:focus{{border:2px solid {p.accent};padding:0 8px}}
QPushButton[k="quiet"]:disabled{{background:transparent;border-color:transparent;color:{p.text3}}}
QPushButton[k="icon"]{{background:transparent;border:1px solid transparent;padding:0;
  min-width:30px;max-width:30px}}
QPushButton[k="icon"]:hover{{background:{p.hover}}}
QPushButton[k="icon"]:pressed{{background:{p.line}}}
QPushButton[k="icon"][kb="true"]:focus{{border:2px solid {p.accent};padding:0;
  min-width:28px;max-width:28px}}
QPushButton[k="icon"]:disabled{{background:transparent;border-color:transparent}}
QPushButton[k="inverse"]{{background:transparent;border:1px solid transparent;color:{p.page};
  font-weight:600;padding:0 8px}}
QPushButton[k="inverse"]:hover{{background:{p.text2}}}
"""


def _fields(p: Palette) -> str:
    kinds = "QLineEdit,QComboBox,QPlainTextEdit"

    def each(state: str, kinds: str = kinds) -> str:
        return ",".join(kind + state for kind in kinds.split(","))

    return f"""
{kinds}{{background:{p.surface};border:1px solid {p.field};border-radius:6px;color:{p.text};
  placeholder-text-color:{p.text3};selection-background-color:{p.accent};
  selection-color:{p.on_accent}}}
QLineEdit,QComboBox{{min-height:30px;max-height:30px;padding:0 9px}}
QComboBox{{padding-left:11px}}
QPlainTextEdit{{padding:4px 7px}}
{each(":focus")}{{border:2px solid {p.accent}}}
QLineEdit:focus,QComboBox:focus{{min-height:28px;max-height:28px;padding:0 8px}}
QComboBox:focus,QComboBox[bad="true"]{{padding-left:10px}}
QPlainTextEdit:focus{{padding:3px 6px}}
{each('[bad="true"]')}{{border:2px solid {p.danger}}}
QLineEdit[bad="true"],QComboBox[bad="true"]{{min-height:28px;max-height:28px;padding:0 8px}}
QPlainTextEdit[bad="true"]{{padding:3px 6px}}
{each(":disabled")},{each('[locked="true"]')}{{background:{p.hover};border:1px solid {p.hover};
  color:{p.text3}}}
QComboBox::drop-down{{border:none;width:28px}}
QComboBox::down-arrow{{image:none;width:0;height:0}}
QComboBox QLineEdit,QComboBox QLineEdit:focus{{border:none;background:transparent;padding:0;
  min-height:0;max-height:99px}}
QComboBox QAbstractItemView{{background:{p.surface};border:1px solid {p.line};outline:0;
  padding:4px 0;selection-background-color:{p.soft};selection-color:{p.text}}}
QComboBox QAbstractItemView::item{{min-height:30px;padding:0 10px}}
QComboBox QAbstractItemView::item:selected{{background:{p.soft};color:{p.text}}}
QCheckBox,QRadioButton{{spacing:8px;color:{p.text};background:transparent}}
QCheckBox:disabled,QRadioButton:disabled{{color:{p.text3}}}
"""


def _views(p: Palette) -> str:
    return f"""
QTableView,QTreeView,QListView{{background:{p.page};border:none;outline:0;
  selection-background-color:{p.soft};selection-color:{p.text}}}
QTableView[g="sunken"],QTreeView[g="sunken"]{{background:{p.sunken}}}
QHeaderView{{background:transparent;border:none}}
QHeaderView::section{{background:transparent;border:none;color:{p.text3}}}
QScrollArea{{background:transparent;border:none}}
QScrollArea>QWidget>QWidget[g="clear"]{{background:transparent}}
QScrollBar:vertical{{background:transparent;width:12px;margin:0}}
QScrollBar:horizontal{{background:transparent;height:12px;margin:0}}
QScrollBar::handle{{background:{p.thumb};border-radius:3px;border:3px solid transparent}}
QScrollBar::handle:vertical{{min-height:32px;margin:0 3px;border:none}}
QScrollBar::handle:horizontal{{min-width:32px;margin:3px 0;border:none}}
QScrollBar::handle:hover{{background:{p.field}}}
QScrollBar::add-line,QScrollBar::sub-line{{width:0;height:0;border:none}}
QScrollBar::add-page,QScrollBar::sub-page{{background:transparent}}
QSplitter::handle{{background:{p.line}}}
"""


def _rest(p: Palette) -> str:
    return f"""
QToolTip{{background:{p.text};color:{p.page};border:none;padding:5px 8px;font-size:9pt}}
QMenu{{background:{p.surface};border:1px solid {p.line};padding:5px 0}}
QMenu::item{{padding:6px 28px 6px 14px;color:{p.text}}}
QMenu::item:selected{{background:{p.soft};color:{p.text}}}
QMenu::item:disabled{{color:{p.text3}}}
QMenu::separator{{height:1px;background:{p.line};margin:5px 0}}
QMenu::icon{{padding-left:10px}}
QCalendarWidget QWidget{{background:{p.surface};alternate-background-color:{p.sunken}}}
QCalendarWidget QAbstractItemView{{selection-background-color:{p.accent};
  selection-color:{p.on_accent};color:{p.text};outline:0}}
QCalendarWidget QAbstractItemView:disabled{{color:{p.text3}}}
QCalendarWidget QToolButton{{color:{p.text};background:transparent;border:none;padding:6px;
  border-radius:5px;font-weight:600}}
QCalendarWidget QToolButton:hover{{background:{p.hover}}}
QCalendarWidget QToolButton::menu-indicator{{image:none}}
QCalendarWidget QSpinBox{{background:{p.surface};color:{p.text};border:1px solid {p.field};
  selection-background-color:{p.accent};selection-color:{p.on_accent}}}
"""
