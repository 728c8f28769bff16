//! The address of a tile server, with places for the numbers of a tile: checked before it is used.

use std::net::IpAddr;

use reqwest::Url;
use walkers::TileId;

/// What an address must hold: zoom, column, row.
const PARTS: [&str; 3] = ["{z}", "{x}", "{y}"];

/// A checked address such as `https://host/{z}/{x}/{y}.png`; its host is the same for every tile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Template {
    text: String,
    origin: Url,
}

/// What is wrong with an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Refusal {
    /// Nothing was typed.
    Empty,
    /// It begins with neither `http://` nor `https://`.
    Scheme,
    /// One of the three numbers has no place.
    Missing(&'static str),
    /// Braces around something else.
    Unknown(String),
    /// The host would depend on the tile.
    HostVaries,
    /// No address at all: no host, a port that is no number, …
    Address,
}

impl Template {
    /// Checks what was typed.
    pub(in crate::ui) fn parse(typed: &str) -> Result<Self, Refusal> {
        let text = typed.trim();
        if text.is_empty() {
            return Err(Refusal::Empty);
        }
        let scheme = text.split("://").next().unwrap_or_default();
        if scheme.len() == text.len() || !["http", "https"].iter().any(|s| scheme.eq_ignore_ascii_case(s)) {
            return Err(Refusal::Scheme);
        }
        if let Some(part) = braced(text).into_iter().find(|part| !PARTS.contains(part)) {
            return Err(Refusal::Unknown(part.to_owned()));
        }
        if let Some(part) = PARTS.into_iter().find(|part| !text.contains(part)) {
            return Err(Refusal::Missing(part));
        }
        let url_of = |n: u32| Url::parse(&filled(text, TileId { x: n, y: n, zoom: n as u8 }));
        let (Ok(origin), Ok(other)) = (url_of(0), url_of(11)) else { return Err(Refusal::Address) };
        if authority(&origin) != authority(&other) {
            return Err(Refusal::HostVaries);
        }
        Ok(Self { text: text.to_owned(), origin })
    }

    /// The address of one tile.
    pub(super) fn url(&self, tile: TileId) -> String {
        filled(&self.text, tile)
    }

    /// Whom it asks, with the port where it is not the usual one.
    pub(in crate::ui) fn host(&self) -> String {
        let host = self.origin.host_str().unwrap_or_default();
        self.origin.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
    }

    /// Can others on the way read the requests?
    pub(in crate::ui) fn is_exposed(&self) -> bool {
        self.origin.scheme() != "https" && !self.is_local()
    }

    /// Does it ask this very computer?
    pub(super) fn is_local(&self) -> bool {
        let host = self.origin.host_str().unwrap_or_default();
        let address = host.trim_matches(['[', ']']).parse::<IpAddr>();
        host == "localhost" || address.is_ok_and(|a| a.is_loopback())
    }
}

impl Refusal {
    /// The word that tells it, and the part of the address it is about.
    pub(in crate::ui) fn key(&self) -> (&'static str, &str) {
        match self {
            Self::Empty => ("tiles-refused-empty", ""),
            Self::Scheme => ("tiles-refused-scheme", ""),
            Self::Missing(part) => ("tiles-refused-missing", part),
            Self::Unknown(part) => ("tiles-refused-unknown", part),
            Self::HostVaries => ("tiles-refused-host", ""),
            Self::Address => ("tiles-refused-address", ""),
        }
    }
}

fn filled(text: &str, tile: TileId) -> String {
    let numbers = [u32::from(tile.zoom), tile.x, tile.y];
    PARTS.into_iter().zip(numbers).fold(text.to_owned(), |url, (part, n)| url.replace(part, &n.to_string()))
}

/// Everything in braces, the braces included; a brace without its fellow alone.
fn braced(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let end = rest[at + 1..].find(['{', '}']).map(|n| at + 1 + n);
        match end {
            Some(end) if rest[at..].starts_with('{') && rest[end..].starts_with('}') => {
                found.push(&rest[at..=end]);
                rest = &rest[end + 1..];
            }
            _ => {
                found.push(&rest[at..=at]);
                rest = &rest[at + 1..];
            }
        }
    }
    found
}

/// Whom an address asks, and as whom.
fn authority(url: &Url) -> (Option<&str>, Option<u16>, &str, Option<&str>) {
    (url.host_str(), url.port(), url.username(), url.password())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_good_address_names_its_host_and_is_filled_in() {
        let tile = TileId { x: 612, y: 405, zoom: 10 };
        for (typed, host, url) in [
            (" https://a.example/{z}/{x}/{y}.png ", "a.example", "https://a.example/10/612/405.png"),
            (
                "HTTP://127.0.0.1:8000/{y}/{x}?z={z}&k=1",
                "127.0.0.1:8000",
                "HTTP://127.0.0.1:8000/405/612?z=10&k=1",
            ),
            (
                "https://known.example@other.example/{z}/{x}/{y}",
                "other.example",
                "https://known.example@other.example/10/612/405",
            ),
            ("https://a.example:443/{z}/{x}/{y}", "a.example", "https://a.example:443/10/612/405"),
        ] {
            let template = Template::parse(typed).unwrap_or_else(|e| panic!("{typed}: {e:?}"));
            assert_eq!((template.host().as_str(), template.url(tile).as_str()), (host, url));
        }
    }

    #[test]
    fn a_bad_address_is_refused_with_what_is_wrong() {
        let unknown = |part: &str| Refusal::Unknown(part.to_owned());
        for (typed, refusal) in [
            ("  ", Refusal::Empty),
            ("ftp://a.example/{z}/{x}/{y}", Refusal::Scheme),
            ("a.example/{z}/{x}/{y}", Refusal::Scheme),
            ("file:///tmp/{z}/{x}/{y}", Refusal::Scheme),
            ("https://a.example/{z}/{x}.png", Refusal::Missing("{y}")),
            ("https://a.example/", Refusal::Missing("{z}")),
            ("https://{s}.a.example/{z}/{x}/{y}", unknown("{s}")),
            ("https://a.example/{z}/{x}/{-y}", unknown("{-y}")),
            ("https://a.example/{z}/{x}/{y", unknown("{")),
            ("https://{x}.example/{z}/{x}/{y}", Refusal::HostVaries),
            ("https://a.example:80{x}/{z}/{x}/{y}", Refusal::HostVaries),
            ("https:///{z}/{x}/{y}", Refusal::HostVaries),
            ("https://a b/{z}/{x}/{y}", Refusal::Address),
            ("https://a.example:port/{z}/{x}/{y}", Refusal::Address),
        ] {
            assert_eq!(Template::parse(typed), Err(refusal), "{typed}");
        }
    }

    #[test]
    fn only_this_computer_is_local() {
        let is_local = |host: &str| {
            Template::parse(&format!("http://{host}/{{z}}/{{x}}/{{y}}")).expect("an address").is_local()
        };
        assert!(["localhost", "127.0.0.1:80", "[::1]:8000"].into_iter().all(is_local));
        assert!(!["a.example", "192.168.0.1", "localhost.example"].into_iter().any(is_local));
    }
}
