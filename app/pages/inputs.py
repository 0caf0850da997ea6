"""The inputs of a query: one labelled field for each of its variables, and what was typed in."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import orjson
from graphql import (
    DocumentNode,
    GraphQLEnumType,
    GraphQLError,
    GraphQLSchema,
    ListTypeNode,
    NonNullTypeNode,
    OperationDefinitionNode,
    VariableDefinitionNode,
    parse,
    print_ast,
    value_from_ast_untyped,
)
from strawberry.schema.schema_converter import GraphQLCoreConverter

from app.graphql.limits import TOKENS
from graph.model.text import Text

Values = dict[str, Any]
Given = Mapping[str, Sequence[str]]

LABELS = {
    "activity": Text("กิจกรรม: เลขที่ รหัส ชื่อ หรือคำ", "Activity: number, id, name or topic"),
    "after": Text("ต่อจากรหัส (หน้าถัดไป)", "After this id (next page)"),
    "body": Text("องค์กรหรือตำแหน่ง: รหัส ชื่อ หรืออักษรย่อ", "Body: id, name or abbreviation"),
    "code": Text("รหัส A, R, C, I", "Code A, R, C, I"),
    "committee": Text("คณะกรรมการ", "Committee"),
    "date": Text("วันหรือปี เช่น 2548 หรือ 2005-06-30", "Day or year, such as 2005 or 2005-06-30"),
    "depth": Text("กี่ขั้น (๑ ถึง ๓)", "Steps (1 to 3)"),
    "direction": Text("ทิศทาง", "Direction"),
    "first": Text("จำนวนอย่างมาก (๑ ถึง ๑๐๐)", "How many at most (1 to 100)"),
    "force": Text("น้ำหนักของถ้อยคำ", "How binding the words are"),
    "form": Text("รูปแบบ", "Form"),
    "from": Text("ต้นทาง: รหัสหรือชื่อ", "From: id or name"),
    "id": Text("รหัสหรือชื่อ", "Id or name"),
    "ids": Text("รหัส", "Ids"),
    "kind": Text("ชนิด", "Kind"),
    "kinds": Text("เฉพาะชนิด (ไม่เลือก = ทุกชนิด)", "Only these kinds (none: all)"),
    "lang": Text("ภาษาของคำตอบ", "Language of the answer"),
    "level": Text("ระดับ", "Level"),
    "member": Text("กรรมการคือใคร", "Member"),
    "metBy": Text("ผู้ดำรงตำแหน่งใดอาจมีคุณสมบัติ", "May be met by the holder of"),
    "parent": Text("อยู่ภายใต้: รหัสหรือชื่อ", "Part of: id or name"),
    "question": Text("คำถาม", "Question"),
    "relations": Text("ความสัมพันธ์", "Kinds of relation"),
    "role": Text("ในฐานะ", "As"),
    "text": Text("คำที่ค้น", "Words to find"),
    "to": Text("ปลายทาง: รหัสหรือชื่อ", "To: id or name"),
}
# Choices that the model has no words for; others bring their own.
CHOICES = {
    "BodyKind": {
        "ORGANIZATION": Text("องค์กร", "organization"),
        "POST": Text("ตำแหน่ง", "post"),
    },
    "Direction": {
        "FROM": Text("จากองค์กรหรือตำแหน่งนี้", "from this body"),
        "TO": Text("ถึงองค์กรหรือตำแหน่งนี้", "to this body"),
        "EITHER": Text("ทั้งสองทาง", "either"),
    },
    "Language": {"TH": Text("ไทย", "Thai"), "EN": Text("อังกฤษ", "English")},
    "SearchKind": {
        "ACTIVITY": Text("กิจกรรม", "activity"),
        "BODY": Text("องค์กรหรือตำแหน่ง", "body"),
        "INSTRUMENT": Text("หลักสูตร แนวทาง และเครื่องมืออื่น", "instrument"),
        "COLUMN": Text("คอลัมน์", "column"),
        "RULE": Text("กำหนดเวลา จำนวน และข้อห้าม", "rule"),
        "PROVISION": Text("สิ่งที่กำหนดไว้ในเวลาต่าง ๆ", "provision"),
        "ORGANIZATION": Text("กระทรวง กรม และจังหวัด", "ministry, department or province"),
        "CLAUSE": Text("ข้อ", "clause"),
        "READING": Text("คำที่สแกนเพี้ยน", "damaged word"),
    },
}
TRUTHS = {"true": Text("ใช่", "yes"), "false": Text("ไม่ใช่", "no")}
WORDS = ("ID", "String")
# No value of ours is nested deeper; writing one again that is a thousand deep would fail.
DEEPEST = 100


class Kind(StrEnum):
    """How a variable is typed in."""

    WORDS = "words"
    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"
    LINES = "lines"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Input:
    """One variable as a field of a form; `value` is what stands in it."""

    name: str
    kind: Kind
    type: str
    required: bool
    value: Any
    has_default: bool
    choices: Mapping[str, Text]

    @property
    def label(self) -> Text:
        """What the field is called; a variable nobody foresaw by its own name."""
        return LABELS.get(self.name, Text(self.name, self.name))

    @property
    def shown(self) -> str:
        """What stands in the field, as text."""
        if self.value is None:
            return ""
        if isinstance(self.value, list) and self.kind is Kind.LINES:
            return "\n".join(str(each) for each in self.value)
        return (
            self.value
            if isinstance(self.value, str)
            else json.dumps(self.value, ensure_ascii=False)
        )

    @property
    def is_long(self) -> bool:
        """Whether it needs several lines."""
        return self.kind in (Kind.LINES, Kind.JSON) or "\n" in self.shown

    @property
    def ticked(self) -> Sequence[Any]:
        """The choices made, where several may be."""
        return self.value if isinstance(self.value, list) else [self.value]


def inputs_of(
    schema: GraphQLSchema, document: str, variables: Values, given: Given
) -> tuple[Input, ...]:
    """Give a field for each variable of a document, with what was given in it or else its default.

    `given` is what was typed, by name; `variables` is JSON. A document that is no query, or more
    than one, has no fields: putting it tells what is wrong.
    """
    try:
        parsed = parse(document, no_location=True, max_tokens=TOKENS)
        return tuple(_input(schema, each, variables, given) for each in _definitions(parsed))
    except (GraphQLError, ValueError):
        # A ValueError: a number of thousands of digits.
        return ()


def read_json(text: str) -> Any:
    """Read a value nested no deeper than any of ours may be. Raises ValueError."""
    value = orjson.loads(text)
    layer = [value]
    for _ in range(DEEPEST):
        layer = [inner for each in layer for inner in _within(each)]
        if not layer:
            return value
    raise ValueError("The value is nested too deep.")


def _within(value: Any) -> Sequence[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else ()


def unix(text: str) -> str:
    """Give the line ends back that a browser's form changes."""
    return text.replace("\r\n", "\n")


def values_of(inputs: Sequence[Input]) -> dict[str, Any]:
    """Give the variables to put a query with, without those left empty that have no default."""
    return {
        each.name: each.value
        for each in inputs
        if each.has_default or each.required or each.value is not None
    }


def _definitions(document: DocumentNode) -> Sequence[VariableDefinitionNode]:
    operations = [
        each for each in document.definitions if isinstance(each, OperationDefinitionNode)
    ]
    return operations[0].variable_definitions or () if len(operations) == 1 else ()


def _input(
    schema: GraphQLSchema, definition: VariableDefinitionNode, variables: Values, given: Given
) -> Input:
    name = definition.variable.name.value
    kind, choices = _kind(schema, definition)
    required = isinstance(definition.type, NonNullTypeNode)
    value = None
    if texts := given.get(name):
        value = _typed(kind, required, texts)
    elif name in variables:
        value = variables[name]
    elif definition.default_value is not None:
        value = value_from_ast_untyped(definition.default_value)
    has_default = definition.default_value is not None
    return Input(name, kind, print_ast(definition.type), required, value, has_default, choices)


def _kind(
    schema: GraphQLSchema, definition: VariableDefinitionNode
) -> tuple[Kind, Mapping[str, Text]]:
    written: Any = definition.type
    if isinstance(written, NonNullTypeNode):
        written = written.type
    many = isinstance(written, ListTypeNode)
    if many:
        written = written.type
    if isinstance(written, NonNullTypeNode):
        written = written.type
    if isinstance(written, ListTypeNode):
        return Kind.JSON, {}
    name = written.name.value
    declared = schema.get_type(name)
    if isinstance(declared, GraphQLEnumType):
        return (Kind.CHOICES if many else Kind.CHOICE), _choices(declared)
    if name in WORDS:
        return (Kind.LINES if many else Kind.WORDS), {}
    if name == "Boolean" and not many:
        return Kind.CHOICE, TRUTHS
    return (Kind.NUMBER if name == "Int" and not many else Kind.JSON), {}


def _choices(declared: GraphQLEnumType) -> dict[str, Text]:
    # The enums of introspection are GraphQL's own; nothing of ours stands behind them.
    definition = declared.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)
    members = definition.wrapped_cls.__members__ if definition else {}
    ours = CHOICES.get(declared.name, {})
    return {
        name: getattr(members.get(name), "label", None) or ours.get(name, Text(name, name))
        for name in declared.values
    }


def _typed(kind: Kind, required: bool, texts: Sequence[str]) -> Any:
    """Make a value of what was typed; what it cannot be made of stays, for GraphQL to refuse."""
    text = unix(texts[-1]).strip()
    if kind in (Kind.LINES, Kind.CHOICES):
        lines = [line.strip() for each in texts for line in each.splitlines() if line.strip()]
        return lines if lines or required else None
    if not text and not required:
        return None
    if kind is Kind.NUMBER and re.fullmatch(r"-?\d{1,9}", text):
        return int(text)
    if kind is Kind.CHOICE and text in TRUTHS:
        return text == "true"
    if kind is Kind.JSON:
        try:
            return read_json(text)
        except ValueError:
            return text
    return text
