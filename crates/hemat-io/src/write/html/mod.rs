//! HTML: one file that needs nothing else. No network, no fonts, no scripts but its own, which the content security
//! policy names by hash. It reads without scripts too: they add sorting, filtering and pages of long tables.

mod chart;
mod labels;
mod policy;
mod print;
mod rows;
mod table;
mod view;

#[cfg(test)]
mod contrast_tests;
#[cfg(test)]
mod tests;

use std::io;

use minijinja::Environment;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;

use hemat_core::report::Report;

use view::page;

/// Writes a report as one HTML page for screens, phones and paper.
///
/// # Errors
/// Whatever `out` fails with; [`io::ErrorKind::Other`] if the built-in template cannot be filled in.
pub fn write_html(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    let page = page(report)?;
    let html = render(&page).map_err(io::Error::other)?;
    out.write_all(html.as_bytes())
}

/// The names end in `.html`, by which the engine knows what to escape.
fn render(page: &view::Page) -> Result<String, minijinja::Error> {
    let mut templates = Environment::new();
    templates.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    templates.add_template("table.html", include_str!("../../../templates/html/table.html"))?;
    templates.add_template("block.html", include_str!("../../../templates/html/block.html"))?;
    templates.add_template("page.html", include_str!("../../../templates/html/page.html"))?;
    templates.get_template("page.html")?.render(Serde(page))
}
