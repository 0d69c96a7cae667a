use std::io;
use std::io::Write;

use super::exit::Exit;
use super::failure::{Failure, Result};

/// Writes a result to standard output, whole. A closed pipe (`regio checklist | head -1`) ends quietly; anything else
/// that goes wrong is a failure, so that half a result never counts as done.
#[expect(clippy::disallowed_methods, reason = "the one place that writes results")]
pub fn write(bytes: &[u8]) -> Result<()> {
    let mut output = io::stdout().lock();
    output.write_all(bytes).and_then(|()| output.flush()).map_err(|error| failure(&error))
}

/// Whether what is written may come out as other bytes: PowerShell takes what comes through a pipe for letters, and writes them anew.
#[cfg(windows)]
pub fn changes_bytes() -> bool {
    use winapi_util::{HandleRef, file};
    file::typ(HandleRef::stdout()).is_ok_and(|output| output.is_pipe())
}

/// Whether what is written may come out as other bytes: here it never does.
#[cfg(not(windows))]
pub fn changes_bytes() -> bool {
    false
}

fn failure(error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::quiet(Exit::Done),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            Failure::new("het resultaat past niet meer op de schijf").tip("maak ruimte vrij en probeer het opnieuw")
        }
        _ => Failure::new("het resultaat is niet te schrijven")
            .tip("kijk waar de uitvoer heen gaat, of schrijf naar een bestand met --uit"),
    }
}
