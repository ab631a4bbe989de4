"""Every verb of the command line, one row each: the parser, the help, the completions and the tests are read off it.

Help is English here and goes through the catalogue. Nothing is imported that a verb may not need.
"""

from __future__ import annotations

from exporters.words import N_
from tui.cli.approval_rows import APPROVAL
from tui.cli.copy_rows import COPIES
from tui.cli.export_rows import EXPORTS
from tui.cli.indicator_rows import INDICATORS
from tui.cli.maturity_rows import MATURITY
from tui.cli.meeting_options import MEETING
from tui.cli.minutes_options import MINUTES
from tui.cli.past_rows import PAST
from tui.cli.pilot_rows import HOME, LESSON, PILOTS
from tui.cli.row import AS_OF, Argument, Verb
from tui.cli.survey_rows import SURVEY

STATUSES = ("planned", "active", "done", "dropped", "ready", "reassess")
KINDS = ("project", "procurement", "training", "pilot", "continuous")
BASES = ("judgement", "survey")
LANGUAGES = ("fi", "sv", "en")
SHELLS = ("bash", "zsh", "fish", "powershell")
ACTIONS = ("done", "open", "drop")
ENACTMENTS = ("done", "under-way", "open", "none", "computed")
PERIODS = ("half-years", "years")
TEMPLATES = ("digitiekartta",)
GUIDES = ("meeting", "maturity")


FILE = Argument(
    ("-f", "--file"), N_("the roadmap's file; by default the nearest roadmap.toml upward"), N_("FILE"), completes="file"
)
LANG = Argument(("--lang",), N_("the language"), choices=LANGUAGES)
TODAY = Argument(("--today",), N_("the day as which this day counts"), N_("DATE"))
EVERYWHERE = (FILE, LANG, TODAY)
"""Options that every verb has, before its name or after it."""
BEFORE = (*EVERYWHERE, AS_OF)
"""Options that can stand before a verb, or without one for the screens."""

_JSON = Argument(("--json",), N_("print JSON for scripts"))
_ID = Argument(("id",), N_("id of a record, such as T07"), N_("ID"))
_IDS = Argument(("ids",), N_("ids of measures; several are one decision"), N_("ID"), "+")
_HALF = Argument(("--half",), N_("half-year, such as k27 or 2027H1"), N_("HALF"))
_REASON = Argument(("--reason",), N_("the reason"), N_("TEXT"))
_PROPOSE = Argument(("--propose",), N_("propose it to the management team instead of deciding it"))
_NOTE = Argument(("--note",), N_("a note of one line"), N_("TEXT"))

_MEASURE_FIELDS = (
    Argument(("--title",), N_("title"), N_("TEXT"), required=True),
    Argument(("--start",), N_("first half-year"), N_("HALF"), required=True),
    Argument(("--end",), N_("last half-year"), N_("HALF"), required=True),
    Argument(("--kind",), N_("type"), choices=KINDS),
    Argument(("--status",), N_("status"), choices=STATUSES),
    Argument(("--goals",), N_("goals"), N_("A,B")),
    Argument(("--viewpoints",), N_("viewpoints"), N_("A,B")),
    Argument(("--indicators",), N_("indicators"), N_("A,B")),
    Argument(("--sectors",), N_("sectors"), N_("A,B")),
    Argument(("--services",), N_("outside services"), N_("A,B")),
    Argument(("--responsible",), N_("responsible"), N_("ROLE")),
    Argument(("--helpers",), N_("helpers"), N_("A,B")),
    Argument(("--needs",), N_("prerequisites"), N_("TEXT")),
    Argument(("--evidence",), N_("evidence"), N_("TEXT")),
    Argument(("--continuation",), N_("how it continues"), N_("TEXT")),
    Argument(("--home",), N_("where it lives now"), N_("TEXT")),
    Argument(("--lesson",), N_("what was learnt"), N_("TEXT")),
    Argument(("--public",), N_("public note"), N_("TEXT")),
    Argument(("--internal",), N_("internal note"), N_("TEXT")),
)
"""The fields of a measure that can be typed; a test compares them with the records."""

_REGISTER = (
    Argument(("--search",), N_("only those in which all of these words occur"), N_("TEXT")),
    Argument(("--sector",), N_("only those that concern this branch"), N_("SECTOR")),
    Argument(("--meeting",), N_("only those of the meeting of this number"), "3/2026"),
)

VERBS: tuple[Verb, ...] = (
    Verb(
        "check", "look:check", N_("Tell everything that is wrong in the file, with line and key."), (_JSON,), reads=True
    ),
    Verb(
        "show",
        "look:show",
        N_("Show where the roadmap stands, or one record."),
        (Argument(("id",), N_("id of a record, such as T07"), N_("ID"), "?"), _HALF, _JSON),
        reads=True,
    ),
    Verb(
        "list",
        "look:listing",
        N_("List measures, one a line."),
        (
            _HALF,
            Argument(("--status",), N_("only those of this status"), choices=STATUSES),
            Argument(("--late",), N_("only overdue ones")),
            Argument(("--owner",), N_("only those for which this role answers"), N_("ROLE")),
            _JSON,
        ),
        reads=True,
    ),
    Verb(
        "decisions",
        "register:decisions",
        N_("List what was decided in all meetings, or say how far it has been put into practice."),
        (
            Argument(("what",), N_("how far the decisions are; without it they are listed"), "", "?", ENACTMENTS),
            Argument(("places",), N_("places of decisions, such as 3/2026§5"), "3/2026§5", "*"),
            *_REGISTER,
            Argument(("--open",), N_("only those that are not put into practice yet")),
            Argument(("--all",), N_("the formalities of each meeting, too")),
            _JSON,
        ),
        changes=True,
        reads=True,
    ),
    Verb(
        "actions",
        "register:actions",
        N_("List the tasks that meetings gave, or mark them done."),
        (
            Argument(("what",), N_("what becomes of the tasks; without it they are listed"), "", "?", ACTIONS),
            Argument(("ids",), N_("numbers of tasks, such as 3/2026-2"), N_("ID"), "*"),
            Argument(("--open",), N_("only those that are still to be done")),
            Argument(("--owner",), N_("only those that this role has to do"), N_("ROLE")),
            *_REGISTER,
            _JSON,
        ),
        changes=True,
        reads=True,
    ),
    Verb("start", "decide:start", N_("Mark planned measures started."), (_IDS, _NOTE), changes=True),
    Verb(
        "done",
        "decide:done",
        N_("Mark measures done."),
        (_IDS, Argument(("--result",), N_("the result in a line"), N_("TEXT")), HOME),
        changes=True,
    ),
    Verb("continue", "decide:carry_on", N_("Let measures go on as scheduled."), (_IDS, _NOTE), changes=True),
    Verb(
        "move",
        "decide:move",
        N_("Move the end of measures to another half-year."),
        (_IDS, Argument(("half",), N_("half-year, such as k27 or 2027H1"), N_("HALF")), _REASON, _PROPOSE),
        changes=True,
    ),
    Verb("drop", "decide:drop", N_("Discontinue measures."), (_IDS, _REASON, LESSON, _PROPOSE), changes=True),
    Verb(
        "not-handled",
        "decide:not_handled",
        N_("Record that measures were not handled in the meeting."),
        (_IDS,),
        changes=True,
    ),
    Verb("reopen", "decide:reopen", N_("Open done or discontinued measures again."), (_IDS, _REASON), changes=True),
    Verb(
        "note",
        "decide:note",
        N_("Write a dated note about a measure."),
        (_ID, Argument(("text",), N_("the note"), N_("TEXT"), "+")),
        changes=True,
    ),
    *PILOTS,
    Verb(
        "add",
        "edit:add",
        N_("Add a measure; it gets the next free id."),
        (Argument(("what",), N_("what to add"), choices=("measure",)), *_MEASURE_FIELDS),
        changes=True,
    ),
    Verb(
        "edit",
        "edit:edit",
        N_("Change a field of any record; an empty value empties it."),
        (
            Argument(("id",), N_("id of a record, such as T07; roadmap for the roadmap itself"), N_("ID")),
            Argument(("field",), N_("the field by its key in the file"), N_("FIELD")),
            Argument(("value",), N_("the new value"), N_("VALUE"), "*"),
        ),
        changes=True,
    ),
    Verb(
        "score",
        "edit:score",
        N_("Give a viewpoint a new level; the earlier ones stay."),
        (
            Argument(("viewpoint",), N_("viewpoint by id or name"), N_("VIEWPOINT")),
            Argument(("level",), N_("level from 1 to 5, such as 3 or 3,4"), N_("LEVEL")),
            Argument(("--basis",), N_("what the level is based on"), choices=BASES),
            Argument(("--n",), N_("how many answered the survey"), N_("N")),
            _NOTE,
        ),
        changes=True,
    ),
    *MATURITY,
    *SURVEY,
    Verb(
        "meeting",
        "meeting:meeting",
        N_("Call, start, show or close a meeting, change its agenda, write its papers."),
        MEETING,
        changes=True,
        reads=True,
    ),
    Verb(
        "minutes",
        "minuting:minutes",
        N_("Write the minutes of a meeting; have them checked, published, reopened; verify a saved copy."),
        MINUTES,
        changes=True,
        reads=True,
    ),
    *INDICATORS,
    *PAST,
    *APPROVAL,
    *EXPORTS,
    *COPIES,
    Verb(
        "init",
        "begin:init",
        N_("Make a new roadmap: eleven viewpoints, all levels unknown."),
        (
            Argument(("folder",), N_("the folder; by default this one"), N_("FOLDER"), "?", completes="folder"),
            Argument(("--template",), N_("the template"), choices=TEMPLATES),
            Argument(("--title",), N_("title"), N_("TEXT")),
            Argument(("--organisation",), N_("organisation"), N_("TEXT")),
            Argument(("--periods",), N_("the steps of the schedule"), choices=PERIODS),
            Argument(("--first",), N_("first half-year"), N_("HALF")),
            Argument(("--last",), N_("last half-year"), N_("HALF")),
            Argument(("--language",), N_("language of the roadmap"), choices=LANGUAGES),
            Argument(("--yes",), N_("have git leave merges to this program, without asking")),
        ),
    ),
    Verb(
        "guide",
        "guide:print_guide",
        N_("Print the user's guide to a meeting, or to surveys, levels, indicators and pilots."),
        (Argument(("about",), N_("which guide; by default that to a meeting"), "", "?", GUIDES),),
    ),
    Verb(
        "completion",
        "completion:completion",
        N_("Print a file that completes commands in a shell."),
        (Argument(("shell",), N_("the shell"), N_("SHELL"), choices=SHELLS),),
    ),
)


TYPED = tuple(verb for verb in VERBS if not verb.hidden)
"""The verbs that people type."""


def verb_named(name: str) -> Verb | None:
    """Return the verb of a name, or None."""
    return next((verb for verb in VERBS if verb.name == name), None)
