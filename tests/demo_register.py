"""Who signs in the sample register, and what became of it. All of it is made up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from accord.model.commitment import digest

if TYPE_CHECKING:
    from tests.make_demo import Writer

HOST = "https://{}.example/{}"
DIRECTOR = "Director of Children's Services"
CABINET = "Cabinet"


def records(w: Writer, key: Path) -> None:
    """Write every record of the sample."""
    kept_with_key(w, key)
    claimed(w)
    due(w)
    to_sign_again(w)
    lapsed(w)
    withdrawn(w)
    merged(w)
    reserved_and_corrected(w)
    waiting(w)
    others(w)
    erased(w)


def _council(name: str, code: str, **values: str) -> dict[str, str]:
    return {"organisation": name, "kind": "local-authority", "ons_code": code, "role": DIRECTOR, **values}


def _signed(w: Writer, slug: str, day: str, who: dict[str, str], key: Path | None = None) -> str:
    return w.add(slug, day, "signed", who, key)


def _confirmed(w: Writer, slug: str, day: str, target: str, method: str = "minute") -> None:
    page = {"checked_url": HOST.format(slug, "minutes")} if method in ("minute", "domain") else {}
    w.add(slug, day, "confirmed", {"target": target, "method": method, **page})


def kept_with_key(w: Writer, key: Path) -> None:
    slug, public = "alderwick", key.with_name(f"{key.name}.pub").read_text(encoding="utf-8").strip()
    page = HOST.format(slug, "decision")
    first = _council("Alderwick Council", "E06990001", version="1.0.0", use_of_ml="piloting", public_key=public)
    first |= {"decided": "2023-09-26", "decision_url": page, "statement": "We sign after a meeting with 40 parents."}
    target = _signed(w, slug, "2023-10-02", first, key)
    _confirmed(w, slug, "2023-10-09", target)
    not_yet = {
        "connect-1": ("not-yet", "We asked staff and no families. Two evenings are planned for spring."),
        "care-5": ("partly", "We count those wrongly flagged, and do not yet know how many we missed."),
        "protect-6": ("not-applicable", "We hold no data on housing."),
    }
    answers = w.answers("1.0.0", not_yet, HOST.format(slug, "review-2024"))
    head = {"role": DIRECTOR, "version": "1.0.0", "use_of_ml": "stopped"}
    w.add(slug, "2024-10-01", "reviewed", {**head, **answers}, key)
    second = _council("Alderwick Council", "E06990001", version="2.0.0", use_of_ml="none")
    second |= {"decided": "2025-07-01", "decision_url": HOST.format(slug, "decision-2025")}
    _confirmed(w, slug, "2025-07-20", _signed(w, slug, "2025-07-08", second, key))
    left = {"connect-1": ("partly", "Parents came, and few young people did."),
            "care-5": ("not-applicable", "We use no tool.")}  # fmt: skip
    answers = w.answers("2.0.0", left, HOST.format(slug, "review-2026"))
    said = "We stopped our pilot in 2024. What we learned is on our site."
    review = {"role": CABINET, "version": "2.0.0", "use_of_ml": "none", "statement": said, **answers}
    w.add(slug, "2026-06-30", "reviewed", review, key)


def claimed(w: Writer) -> None:
    _signed(w, "bramblemere", "2026-11-12", _council("Bramblemere Council", "E06990002", version="2.0.0"))


def due(w: Writer) -> None:
    who = _council("Cindercombe Council", "E10990003", version="2.0.0", use_of_ml="exploring")
    _confirmed(w, "cindercombe", "2025-09-10", _signed(w, "cindercombe", "2025-09-01", who), "letter")


def to_sign_again(w: Writer) -> None:
    who = _council("Dunmarch Council", "E08990004", version="1.1.0", use_of_ml="in-use")
    _confirmed(w, "dunmarch", "2024-05-27", _signed(w, "dunmarch", "2024-05-20", who))
    why = {"respect-1": ("partly", "Our list leaves out two tools that partners run."),
           "protect-4": ("not-yet", "One contract runs until 2027.")}  # fmt: skip
    head = {"role": DIRECTOR, "version": "1.1.0", "use_of_ml": "in-use"}
    w.add("dunmarch", "2026-03-02", "reviewed", {**head, **w.answers("1.1.0", why)})


def lapsed(w: Writer) -> None:
    who = _council("Elmsworth Council", "E08990005", version="1.0.0")
    _confirmed(w, "elmsworth", "2023-11-01", _signed(w, "elmsworth", "2023-10-23", who))


def withdrawn(w: Writer) -> None:
    who = _council("Fennhollow Council", "E09990006", version="1.0.1", use_of_ml="piloting")
    _confirmed(w, "fennhollow", "2023-12-11", _signed(w, "fennhollow", "2023-12-04", who))
    reason = "Our new contract does not let us publish test results. We would rather leave than say that we keep it."
    w.add("fennhollow", "2025-01-20", "withdrawn", {"role": CABINET, "reason": reason})


def merged(w: Writer) -> None:
    for slug, name, code in (
        ("gorsewold", "Gorsewold Council", "E10990007"),
        ("hawkmoor", "Hawkmoor Council", "E06990008"),
    ):
        who = _council(name, code, version="2.0.0", use_of_ml="none")
        _confirmed(w, slug, "2025-08-11", _signed(w, slug, "2025-08-04", who), "domain")
    ending = {"successor": "gorse-and-hawk", "reason": "The two councils became one."}
    w.add("gorsewold", "2026-04-01", "succeeded", ending)


def reserved_and_corrected(w: Writer) -> None:
    who = _council("Inglewater Council", "E09990009", version="2.0.0", use_of_ml="in-use")
    reasons = {
        "reserves_protect-4": "Our contract for case records runs to 2028 and has no right to test.",
        "reserves_care-5": "We can't count missed children yet. A study starts in January.",
    }
    target = _signed(w, "inglewater", "2026-02-02", {**who, **reasons})
    _confirmed(w, "inglewater", "2026-02-16", target)
    slip = {"field": "role", "value": "Lead Member for Children", "reason": "The wrong office was written down."}
    w.add("inglewater", "2026-02-20", "corrected", {"target": target, **slip})


def waiting(w: Writer) -> None:
    who = _council("Juniper Vale Council", "E06990010", version="1.1.0", use_of_ml="none")
    _confirmed(w, "juniper-vale", "2024-06-10", _signed(w, "juniper-vale", "2024-06-03", who))
    head = {"role": DIRECTOR, "version": "1.1.0", "use_of_ml": "none"}
    w.add("juniper-vale", "2025-06-02", "reviewed", {**head, **w.answers("1.1.0", {})})
    _signed(w, "juniper-vale", "2026-11-02", _council("Juniper Vale Council", "E06990010", version="2.0.0"))


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
    _signed(w, "quill-consulting", "2024-09-02", who)
    path = w.folder / "commitment" / "signatories" / "quill-consulting" / "2024-09-02-signed.yml"
    sha = digest(path.read_bytes())
    left = f'digest: "{sha}"\ndate: "2024-11-04"\nground: "A request to erase personal data"\n'
    path.with_name(f"{path.name}.erased").write_text(left, encoding="utf-8")
    path.unlink()
