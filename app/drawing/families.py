"""Relations put together in families, each drawn in one colour and dash. Ours, to read by."""

from dataclasses import dataclass

from graph.model.text import Text


@dataclass(frozen=True, slots=True)
class Family:
    """A family of relations: its name in URLs and classes, its label, and its relations' names."""

    name: str
    label: Text
    relations: tuple[str, ...]


FAMILIES = (
    Family(
        "formation",
        Text("จัดตั้งและโครงสร้าง", "Formation and structure"),
        (
            *("establishes", "comprises", "is_subcommittee_of", "is_linked_to", "provides_for"),
            *("is_based_on", "is_post_of", "represents", "is_example_of", "was_renamed"),
        ),
    ),
    Family(
        "seats",
        Text("ที่นั่งในคณะกรรมการ", "Seats on committees"),
        ("sits_on", "is_represented_on", "adds_secretaries_to"),
    ),
    Family(
        "assignment",
        Text("แต่งตั้ง มอบหมาย ปฏิบัติหน้าที่แทน", "Appointment and delegation"),
        (
            *("assigns", "delegates_to", "acts_as", "serves_as", "serves_ex_officio_as"),
            *("appoints_several", "stands_in_for"),
        ),
    ),
    Family(
        "accountability",
        Text("เสนอ รายงาน กำกับติดตาม", "Reporting and oversight"),
        (
            *("reports_to", "proposes_to", "gives_opinion_to", "monitors", "oversees"),
            *("requests", "informs", "comments_on"),
        ),
    ),
    Family(
        "support",
        Text("สนับสนุน ประสาน ให้คำปรึกษา", "Support and coordination"),
        (
            *("supports", "assists", "advises", "is_in_support_team_of", "coordinates_with"),
            *("works_with", "gathers_needs_of"),
        ),
    ),
    Family(
        "rules",
        Text("กำหนดหลักเกณฑ์ อนุมัติ จัดสรร", "Rules, approvals, allotments"),
        (
            *("sets_duties_of", "sets_qualifications_of", "sets_work_share_of"),
            *("sets_composition_of", "lays_down", "approves", "decides_on", "recognizes"),
            *("certifies", "considers", "considers_posts_for", "allots_posts_to"),
        ),
    ),
    Family(
        "means",
        Text("หลักสูตร แผน และเครื่องมือ", "Courses, plans and other means"),
        (
            *("runs", "runs_course_for", "is_for", "uses", "applies", "prepares", "screens"),
            *("builds", "keeps", "lists"),
        ),
    ),
)
FAMILY_OF = {relation: family for family in FAMILIES for relation in family.relations}
BY_NAME = {family.name: family for family in FAMILIES}
