use crate::{browser, page_table};

/// In DejaVu Sans alone, the widest letters that a reader has.
#[test]
fn the_pages_of_the_web_are_as_many_as_the_table_says() {
    page_table::check("html", browser::printed_pages);
}
