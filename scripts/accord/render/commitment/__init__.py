"""The Commitment and the register on the site: fragments for hand-written pages, whole pages, badges, data, feed."""

from accord.render.commitment.pages import generated

__all__ = ["generated"]
