/// How the pages of a document are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// To read from a page.
    #[default]
    Page,
    /// To show: what stands before each page break is a slide.
    Slides,
    /// To hand out, on one page: large letters, and no day or number that grows old.
    Flyer,
    /// To write on: large letters, boxes and lines.
    Forms,
}
