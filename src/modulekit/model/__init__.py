"""What a course IS: frozen pydantic models, unknown keys forbidden, no I/O.

Takes plain data and gives typed values, or pydantic's errors. Must not know files, documents, formats or languages'
words. The names here are the keys of the YAML files, so this package is the product's public face.
"""

from modulekit.model.base import EVERYONE, TRAINER_ONLY, Mark, Node, mark_of
from modulekit.model.blocks import (
    Block,
    Callout,
    CalloutKind,
    Case,
    Column,
    Entry,
    Figure,
    KeyTerm,
    Lines,
    Markdown,
    OtherRegions,
    Slot,
    Table,
)
from modulekit.model.bloom import Bloom
from modulekit.model.centre import Centre
from modulekit.model.exercise import Exercise, Grouping, TimeSplit
from modulekit.model.faces import TwoFaced
from modulekit.model.lesson import (
    ExerciseUse,
    Lesson,
    LessonKind,
    Method,
    Priority,
    Question,
    Step,
    StepEntry,
    TrainerNotes,
)
from modulekit.model.module import (
    Day,
    DocumentControl,
    Evaluation,
    GlossaryTerm,
    GroupSize,
    Module,
    ModuleFile,
    Moment,
    Outcome,
    Pause,
    Preparation,
    Reference,
    ReferenceKind,
    Revision,
    Session,
    TrainerBrief,
)
from modulekit.model.quiz import Quiz, QuizForms, QuizItem, QuizKind, SelfCheck
from modulekit.model.region import Fill, Region
from modulekit.model.slides import Quotation, Slide, SlideColumn, SlideTable
from modulekit.model.text import Material
from modulekit.model.wording import Wording
from modulekit.model.workspace import Workspace

__all__ = [
    "EVERYONE",
    "TRAINER_ONLY",
    "Block",
    "Bloom",
    "Callout",
    "CalloutKind",
    "Case",
    "Centre",
    "Column",
    "Day",
    "DocumentControl",
    "Entry",
    "Evaluation",
    "Exercise",
    "ExerciseUse",
    "Figure",
    "Fill",
    "GlossaryTerm",
    "GroupSize",
    "Grouping",
    "KeyTerm",
    "Lesson",
    "LessonKind",
    "Lines",
    "Mark",
    "Markdown",
    "Material",
    "Method",
    "Module",
    "ModuleFile",
    "Moment",
    "Node",
    "OtherRegions",
    "Outcome",
    "Pause",
    "Preparation",
    "Priority",
    "Question",
    "Quiz",
    "QuizForms",
    "QuizItem",
    "QuizKind",
    "Quotation",
    "Reference",
    "ReferenceKind",
    "Region",
    "Revision",
    "SelfCheck",
    "Session",
    "Slide",
    "SlideColumn",
    "SlideTable",
    "Slot",
    "Step",
    "StepEntry",
    "Table",
    "TimeSplit",
    "TrainerBrief",
    "TrainerNotes",
    "TwoFaced",
    "Wording",
    "Workspace",
    "mark_of",
]
