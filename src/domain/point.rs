/// The points of the guide *Start een regionale samenwerking* (NCSC and Digital Trust Center, 2018) that regio carries, in their order.
/// `tests/coverage.toml` says what each is about.
pub fn points() -> impl Iterator<Item = &'static str> {
    include_str!("../../questionnaires/points.txt").split_whitespace()
}
