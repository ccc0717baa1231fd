"""The floor: WeasyPrint on the HTML of our pages, in one process, with nothing around it.

``python -m bench.floor FOLDER``: lays out what :mod:`bench.export` left there and throws it away. No tags are joined,
nothing is kept, and no fragment comes from anywhere else.
"""

from __future__ import annotations

import os
import pickle
import sys
import tempfile
from pathlib import Path
from typing import Any

from modulekit.resources import templates


def main(folder: Path) -> None:
    """Lay out every page in ``folder``."""
    with tempfile.TemporaryDirectory() as own:
        conf = Path(own) / "fonts.conf"
        fonts = f"<dir>{templates() / 'fonts'}</dir><cachedir>{own}</cachedir>"
        conf.write_text(f"<fontconfig>{fonts}</fontconfig>", "utf-8")
        os.environ["FONTCONFIG_FILE"] = str(conf)
        import weasyprint
        from weasyprint.urls import URLFetcher, URLFetcherResponse

        with (folder / "pages.pickle").open("rb") as file:
            pages: list[tuple[str, str, str, dict[str, tuple[str, bytes]]]] = pickle.load(file)

        class Pictures(URLFetcher):  # type: ignore[misc]
            def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ARG002 - as inherited
                media_type, data = pictures[url]
                return URLFetcherResponse(url, data, {"Content-Type": media_type})

        fetcher = Pictures()
        for html, css, variant, pictures in pages:
            options: dict[str, Any] = {"pdf_variant": variant, "pdf_forms": variant == "pdf/ua-1"}
            if any(kind == "image/jpeg" for kind, _ in pictures.values()):
                options |= {"dpi": 200, "optimize_images": True, "jpeg_quality": 80}
            style = weasyprint.CSS(string=css, url_fetcher=fetcher)
            weasyprint.HTML(string=html, url_fetcher=fetcher).write_pdf(stylesheets=[style], **options)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
