"""On which page of the handout something stands, in a version that is laid out for nothing else.

Takes a job and the tools of the writers, gives pages by node. What is on these pages is kept in the cache part by part,
so that a version which differs little from one that was built costs little.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from modulekit.build import editions_of
from modulekit.build.crew import Crew, InPlace
from modulekit.build.job import Job
from modulekit.editions import identify
from modulekit.formats.press import Press
from modulekit.formats.table import FORMATS
from modulekit.model.audience import Audience
from modulekit.products.context import Context
from modulekit.products.table import PRODUCTS


def handout_pages(job: Job, press: Press) -> Mapping[str, int]:
    """The page of the participants' handout, from 1, on which each node of ``job`` begins."""
    edition = editions_of(job, identify(job.module))[Audience.PARTICIPANT]
    content = PRODUCTS["handout"].compose(Context(edition, job.strings))
    if Crew.of(press.pool).far:  # workers of a cluster get whole calls of the plan, and no folders of ours
        press = replace(press, pool=InPlace())
    return FORMATS["pdf"].write(content, press, None).anchors
