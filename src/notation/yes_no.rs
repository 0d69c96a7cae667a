use super::reading::{ReadingError, ReadingFault};

/// Reads `ja`, `j`, `nee` or `n`.
pub fn read_yes_no(typed: &str) -> Result<bool, ReadingError> {
    match typed.trim().to_lowercase().as_str() {
        "ja" | "j" => Ok(true),
        "nee" | "n" => Ok(false),
        _ => Err(ReadingFault::NotYesNo.of(typed)),
    }
}
