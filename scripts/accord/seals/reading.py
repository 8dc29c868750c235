"""Shows a tree to the chain of seals, which imports nothing of ours."""

import hashlib
from collections.abc import Collection, Mapping

from accord.files.tree import Tree
from accord.seals import chain


def files(tree: Tree, names: Collection[str], known: Mapping[str, str] | None = None) -> chain.Files:
    """Return a tree as the chain of seals looks at it.

    Args:
        tree: where the bytes are.
        names: the paths among which seals, signatures and lists of keys are looked for.
        known: digests that are known already, in 64 digits by path.
    """
    digests = known or {}

    def digest(path: str) -> str | None:
        raw = None if digests.get(path) else tree.get(path, chain.LARGEST)
        return digests.get(path) or (None if raw is None else hashlib.sha256(raw).hexdigest())

    return chain.Files(names, tree.get, digest, lambda paths: tree.fetch(paths, chain.LARGEST))
