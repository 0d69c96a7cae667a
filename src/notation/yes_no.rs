use super::reading::{ReadingError, echo};

/// Reads `ja`, `j`, `nee` or `n`.
pub fn read_yes_no(typed: &str) -> Result<bool, ReadingError> {
    match typed.trim().to_lowercase().as_str() {
        "ja" | "j" => Ok(true),
        "nee" | "n" => Ok(false),
        _ => Err(ReadingError::NotYesNo { typed: echo(typed.trim()) }),
    }
}
