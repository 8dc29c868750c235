"""What a version changes, who was asked about it and what people said: data/consultations/ and data/suggestions/.

A consultation speaks of a version as a whole, a suggestion of one voice.
"""

from pathlib import PurePosixPath

from accord.project.element import Element


class Consultation(Element):
    """What is not known yet is empty; so are the days of an emergency."""

    @property
    def number(self) -> str:
        return PurePosixPath(self.path).stem
