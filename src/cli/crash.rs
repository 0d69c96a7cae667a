use std::panic::Location;
use std::{io, panic};

use super::failure::Failure;

/// Lets a fault in the program itself be told in Dutch, instead of in the words of Rust.
#[expect(clippy::disallowed_methods, reason = "a panic can be told only here")]
pub fn tell_in_dutch() {
    panic::set_hook(Box::new(|panic| {
        // Nobody is left to tell when stderr is closed too.
        let _ = failure(panic.location()).write_to(&mut io::stderr().lock());
    }));
}

fn failure(location: Option<&Location<'_>>) -> Failure {
    let place = location.map(|place| format!(" ({}, regel {})", place.file(), place.line())).unwrap_or_default();
    Failure::new(format!("regio liep vast door een fout in het programma zelf{place}"))
        .tip("je antwoorden tot hier zijn bewaard; geef de regel hierboven door aan de makers van regio")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crash_names_the_place() {
        let place = Location::caller();
        let told = failure(Some(place)).faults[0].what.clone();
        assert!(told.ends_with(&format!("({}, regel {})", place.file(), place.line())), "{told}");
    }
}
