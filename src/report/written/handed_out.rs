use crate::document::{Block, Inline, Line, Table, Weight, without_bare};

/// What is shown to everyone or handed out, without the places of what its readers may not see, and the questions behind those: who
/// gets a flyer is not told what is kept back.
pub(super) fn handed_out(blocks: &[Block]) -> (Vec<Block>, Vec<String>) {
    let mut left_out = Vec::new();
    let mut kept = Vec::new();
    for page in blocks.split_inclusive(|block| *block == Block::PageBreak) {
        let before = left_out.len();
        let rest = without_bare(page.iter().filter_map(|block| shown(block, &mut left_out)).collect());
        // A slide of which nothing is left but its title and what is said beside it shows nothing.
        if left_out.len() == before || rest.iter().any(is_read) {
            kept.extend(rest);
        }
    }
    (kept, left_out)
}

fn is_read(block: &Block) -> bool {
    !matches!(block, Block::Heading { .. } | Block::PageBreak | Block::Notice { weight: Weight::Spoken, .. })
}

/// The block, if there is something in it to see; what belongs to a hidden answer falls away with it.
fn shown(block: &Block, left_out: &mut Vec<String>) -> Option<Block> {
    let mut is_shown = |line: &Line| {
        let before = left_out.len();
        left_out.extend(line.iter().filter_map(Inline::withheld).map(str::to_owned));
        left_out.len() == before
    };
    let block = match block {
        Block::Paragraph(text) => return is_shown(text).then(|| block.clone()),
        Block::Bullets(items) => Block::Bullets(items.iter().filter(|item| is_shown(item)).cloned().collect()),
        Block::Definitions(all) => Block::Definitions(all.iter().filter(|(_, said)| is_shown(said)).cloned().collect()),
        Block::Table(table) => Block::Table(columns(table, is_shown)),
        Block::Together(blocks) => Block::Together(blocks.iter().filter_map(|block| shown(block, left_out)).collect()),
        block => block.clone(),
    };
    (!block.is_empty()).then_some(block)
}

/// The columns in which everything may be seen.
fn columns(table: &Table, mut is_shown: impl FnMut(&Line) -> bool) -> Table {
    let cells = |index: usize| table.rows.iter().filter_map(move |row| row.get(index));
    // Each cell is looked at, to know all that is hidden.
    let mut is_kept = |index: &usize| cells(*index).filter(|cell| !is_shown(cell)).count() == 0;
    let kept: Vec<usize> = (0..table.columns.len()).filter(|index| is_kept(index)).collect();
    let rows = table.rows.iter().map(|row| kept.iter().filter_map(|index| row.get(*index)).cloned().collect());
    let rows = if kept.is_empty() { Vec::new() } else { rows.collect() };
    Table { columns: kept.iter().map(|index| table.columns[*index].clone()).collect(), rows, ..table.clone() }
}
