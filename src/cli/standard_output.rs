use std::io;
use std::io::Write;

use super::exit::Exit;
use super::failure::Failure;

/// Writes a result to standard output, whole. A closed pipe (`regio checklist | head -1`) ends quietly; anything else
/// that goes wrong is a failure, so that half a result never counts as done.
#[expect(clippy::disallowed_methods, reason = "the one place that writes results")]
pub fn write(bytes: &[u8]) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    output.write_all(bytes).and_then(|()| output.flush()).map_err(|error| failure(&error))
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
