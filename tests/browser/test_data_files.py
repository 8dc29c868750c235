"""The lines of JavaScript on the page of published data run as printed, from another site's page."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.conftest import served
from tests.built.test_data_files import entries, printed

OTHER = "http://other-site.example/source/CITATION.cff.txt"  # plain text, so no page's policy stops the line
RUN = """async () => {
    const told = [];
    const console = { log: (value) => told.push(value) };
    try { LINE } catch (error) { told.push(error.name); }
    return told;
}"""


def test_the_lines_of_javascript_run_as_printed(browser: Browser, site: Path, root: Path) -> None:
    """Every address leads to one server, as through a proxy. It says that all may read /api/, and nothing else."""
    with served(site) as address:
        context = browser.new_context(proxy={"server": address, "bypass": "<-loopback>"})
        page = context.new_page()
        page.goto(OTHER)
        for file, _, _, line in printed(site, root):
            count = entries(site, file) if file.list != "rows" else len((site / file.address).read_bytes().decode())
            assert page.evaluate(RUN.replace("LINE", line)) == [count], line
            refused = line.replace("/api/", "/source/data/api.yml.txt?")
            assert page.evaluate(RUN.replace("LINE", refused)) == ["TypeError"], refused
        context.close()
