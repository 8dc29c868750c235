"""Who signs in the sample register, and what became of it. All of it is made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.make_demo import Writer

HOST = "https://{}.example/{}"
DIRECTOR = "Director of Children's Services"
CABINET = "Cabinet"


def records(w: Writer) -> None:
    """Make every record of the sample."""
    kept(w)
    unconfirmed(w)
    due(w)
    to_sign_again(w)
    lapsed(w)
    withdrawn(w)
    merged(w)
    reserved_and_corrected(w)
    waiting(w)
    others(w)
    erased(w)


def _council(code: str, **values: str) -> dict[str, str]:
    return {"kind": "local-authority", "ons_code": code, "role": DIRECTOR, **values}


def _signed(w: Writer, slug: str, day: str, who: dict[str, str]) -> str:
    return w.add(slug, day, "signed", who)


def _confirmed(w: Writer, slug: str, day: str, target: str, method: str = "minute") -> None:
    w.confirm(slug, day, target, method)


def kept(w: Writer) -> None:
    slug = "alderwick"
    page = HOST.format(slug, "decision")
    first = _council("E06990001", version="1.0.0", use_of_ml="piloting")
    first |= {"decided": "2023-09-26", "decision_url": page, "statement": "We sign after a meeting with 40 parents."}
    target = _signed(w, slug, "2023-10-02", first)
    _confirmed(w, slug, "2023-10-09", target)
    not_yet = {
        "connect-1": ("not-yet", "We asked staff and no families. Two evenings are planned for spring."),
        "care-5": ("partly", "We count those wrongly flagged, and do not yet know how many we missed."),
        "protect-6": ("not-applicable", "We hold no data on housing."),
    }
    answers = w.answers("1.0.0", not_yet, HOST.format(slug, "review-2024"))
    head = {"role": DIRECTOR, "version": "1.0.0", "use_of_ml": "stopped"}
    _confirmed(w, slug, "2024-10-08", w.add(slug, "2024-10-01", "reviewed", {**head, **answers}), "domain")
    second = _council("E06990001", version="2.0.0", use_of_ml="none")
    second |= {"decided": "2025-07-01", "decision_url": HOST.format(slug, "decision-2025")}
    _confirmed(w, slug, "2025-07-20", _signed(w, slug, "2025-07-08", second))
    left = {"connect-1": ("partly", "Parents came, and few young people did."),
            "care-5": ("not-applicable", "We use no tool.")}  # fmt: skip
    answers = w.answers("2.0.0", left, HOST.format(slug, "review-2026"))
    said = "We stopped our pilot in 2024. What we learned is on our site."
    review = {"role": CABINET, "version": "2.0.0", "use_of_ml": "none", "statement": said, **answers}
    _confirmed(w, slug, "2026-07-06", w.add(slug, "2026-06-30", "reviewed", review), "domain")


def unconfirmed(w: Writer) -> None:
    _signed(w, "bramblemere", "2026-11-12", _council("E06990002", version="2.0.0"))


def due(w: Writer) -> None:
    who = _council("E10990003", version="2.0.0", use_of_ml="exploring")
    _confirmed(w, "cindercombe", "2025-09-10", _signed(w, "cindercombe", "2025-09-01", who), "letter")


def to_sign_again(w: Writer) -> None:
    who = _council("E08990004", version="1.1.0", use_of_ml="in-use")
    _confirmed(w, "dunmarch", "2024-05-27", _signed(w, "dunmarch", "2024-05-20", who))
    why = {"respect-1": ("partly", "Our list leaves out two tools that partners run."),
           "protect-4": ("not-yet", "One contract runs until 2027.")}  # fmt: skip
    head = {"role": DIRECTOR, "version": "1.1.0", "use_of_ml": "in-use"}
    review = w.add("dunmarch", "2026-03-02", "reviewed", {**head, **w.answers("1.1.0", why)})
    _confirmed(w, "dunmarch", "2026-03-09", review, "domain")


def lapsed(w: Writer) -> None:
    who = _council("E08990005", version="1.0.0")
    _confirmed(w, "elmsworth", "2023-11-01", _signed(w, "elmsworth", "2023-10-23", who))


def withdrawn(w: Writer) -> None:
    who = _council("E09990006", version="1.0.1", use_of_ml="piloting")
    _confirmed(w, "fennhollow", "2023-12-11", _signed(w, "fennhollow", "2023-12-04", who))
    reason = "Our new contract does not let us publish test results. We would rather leave than say that we keep it."
    _confirmed(
        w,
        "fennhollow",
        "2025-01-27",
        w.add("fennhollow", "2025-01-20", "withdrawn", {"role": CABINET, "reason": reason}),
    )


def merged(w: Writer) -> None:
    for slug, code in (("gorsewold", "E10990007"), ("hawkmoor", "E06990008")):
        who = _council(code, version="2.0.0", use_of_ml="none")
        _confirmed(w, slug, "2025-08-11", _signed(w, slug, "2025-08-04", who), "domain")


def reserved_and_corrected(w: Writer) -> None:
    who = _council("E09990009", version="2.0.0", use_of_ml="in-use")
    reasons = {
        "reserves_protect-4": "Our contract for case records runs to 2028 and has no right to test.",
        "reserves_care-5": "We can't count missed children yet. A study starts in January.",
    }
    target = _signed(w, "inglewater", "2026-02-02", {**who, **reasons})
    _confirmed(w, "inglewater", "2026-02-16", target)
    slip = {"field": "role", "value": "Lead Member for Children", "reason": "The wrong office was written down."}
    _confirmed(
        w,
        "inglewater",
        "2026-02-23",
        w.add("inglewater", "2026-02-20", "corrected", {"target": target, **slip}),
        "letter",
    )


def waiting(w: Writer) -> None:
    who = _council("E06990010", version="1.1.0", use_of_ml="none")
    _confirmed(w, "juniper-vale", "2024-06-10", _signed(w, "juniper-vale", "2024-06-03", who))
    head = {"role": DIRECTOR, "version": "1.1.0", "use_of_ml": "none"}
    review = w.add("juniper-vale", "2025-06-02", "reviewed", {**head, **w.answers("1.1.0", {})})
    _confirmed(w, "juniper-vale", "2025-06-09", review)
    _signed(w, "juniper-vale", "2026-11-02", _council("E06990010", version="2.0.0"))


def others(w: Writer) -> None:
    trust = {
        "organisation": "Larkhythe Children's Trust",
        "kind": "childrens-trust",
        "ons_code": "E09990012, E09990006",
    }
    trust |= {"role": "Board", "version": "2.0.0", "use_of_ml": "exploring", "url": "https://larkhythe-trust.example/"}
    _confirmed(
        w, "larkhythe-childrens-trust", "2026-01-19", _signed(w, "larkhythe-childrens-trust", "2026-01-12", trust)
    )
    advice = {
        "organisation": "Lantern Advice & Advocacy",
        "kind": "organisation",
        "role": "Trustees",
        "version": "2.0.0",
    }
    _confirmed(w, "lantern-advice", "2026-05-11", _signed(w, "lantern-advice", "2026-05-05", advice), "meeting")
    supplier = {"organisation": "Tallow Systems Ltd", "kind": "supplier", "role": "Managing Director"}
    supplier |= {"version": "2.0.0", "use_of_ml": "in-use"}
    supplier |= {"statement": "Customers may test our tools. Prices: <ask us> & see {{ nothing }}."}
    _confirmed(w, "tallow-systems", "2025-10-13", _signed(w, "tallow-systems", "2025-10-06", supplier), "domain")


def erased(w: Writer) -> None:
    who = {"organisation": "Quill Consulting", "kind": "organisation", "role": "Owner", "version": "1.1.0"}
    target = _signed(w, "quill-consulting", "2024-09-02", who)
    _confirmed(w, "quill-consulting", "2024-09-09", target, "letter")
    path = "commitment/signatories/quill-consulting/2024-09-02-signed.yml"
    w.erased.append(("2024-11-04", path, "A request to erase personal data"))
