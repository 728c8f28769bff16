//! What may go wrong between this computer and a tile server, and how it is told.

use std::error::Error;
use std::io;

use reqwest::StatusCode;
use rustls::CertificateError;

use crate::scene::{Arg, Words};
use crate::ui::arabic::isolated;

/// Why there is no tile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Trouble {
    /// This computer cannot make encrypted requests, in the words of the library.
    Client(String),
    /// No address is known for the host: its name is wrong, or there is no network.
    NoName,
    /// Nobody answers there.
    Unreachable,
    /// The answer took too long.
    Slow,
    /// The certificate is from nobody whom this computer trusts, or bad in another way.
    Untrusted,
    /// The certificate is not valid today.
    Expired,
    /// The certificate is another host's.
    OtherName,
    /// The host speaks no TLS that this program does.
    Encryption,
    /// The host sends requests on to another one, which nobody agreed to.
    Redirected,
    /// An answer with this status.
    Status(u16),
    /// The answer is no PNG or JPEG picture of a tile's size.
    NotPicture,
    /// The connection broke off, or something else.
    Broken,
}

impl Trouble {
    /// What `error` comes down to.
    pub(super) fn of(error: &reqwest::Error) -> Self {
        if let Some(tls) = tls_error(error) {
            return match tls {
                rustls::Error::InvalidCertificate(reason) => of_certificate(reason),
                _ => Self::Encryption,
            };
        }
        match error {
            e if e.is_timeout() => Self::Slow,
            e if e.is_redirect() => Self::Redirected,
            e if e.is_dns() => Self::NoName,
            e if e.is_connect() => Self::Unreachable,
            _ => Self::Broken,
        }
    }

    /// Will other tiles of the same server surely meet it too? Then it is not asked again in vain.
    pub(super) fn is_final(&self) -> bool {
        match self {
            Self::Status(code) => [401, 403, 429].contains(code),
            Self::NoName | Self::Unreachable | Self::Slow | Self::NotPicture | Self::Broken => false,
            _ => true,
        }
    }

    /// Does it say nothing but that this one tile is wanting?
    pub(super) fn is_of_tile(&self) -> bool {
        *self == Self::Status(StatusCode::NOT_FOUND.as_u16())
    }

    /// A sentence that names `host`.
    pub(in crate::ui) fn told(&self, words: &Words, host: &str) -> String {
        let code;
        let (key, detail) = match self {
            Self::Client(reason) => ("tiles-trouble-client", reason.as_str()),
            Self::NoName => ("tiles-trouble-name", ""),
            Self::Unreachable => ("tiles-trouble-unreachable", ""),
            Self::Slow => ("tiles-trouble-slow", ""),
            Self::Untrusted => ("tiles-trouble-untrusted", ""),
            Self::Expired => ("tiles-trouble-expired", ""),
            Self::OtherName => ("tiles-trouble-other-name", ""),
            Self::Encryption => ("tiles-trouble-encryption", ""),
            Self::Redirected => ("tiles-trouble-redirected", ""),
            Self::NotPicture => ("tiles-trouble-not-picture", ""),
            Self::Broken => ("tiles-trouble-broken", ""),
            Self::Status(status) => {
                code = status.to_string();
                let key = match status {
                    404 => "tiles-trouble-missing",
                    401 | 403 | 429 => "tiles-trouble-denied",
                    _ => "tiles-trouble-status",
                };
                (key, code.as_str())
            }
        };
        words.with(key, &[("host", Arg::S(&isolated(host))), ("detail", Arg::S(&isolated(detail)))])
    }
}

fn of_certificate(reason: &CertificateError) -> Trouble {
    match reason {
        CertificateError::Expired
        | CertificateError::ExpiredContext { .. }
        | CertificateError::NotValidYet
        | CertificateError::NotValidYetContext { .. } => Trouble::Expired,
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            Trouble::OtherName
        }
        _ => Trouble::Untrusted,
    }
}

/// The TLS error that `error` comes from. I/O errors pass over what they hold when asked for their source.
fn tls_error<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a rustls::Error> {
    let held = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    let next = held.map(|e| e as &(dyn Error + 'static)).or_else(|| error.source());
    error.downcast_ref().or_else(|| next.and_then(tls_error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Lang;

    #[test]
    fn every_trouble_is_told_in_both_languages_and_names_the_host() {
        use Trouble::{
            Broken, Client, Encryption, Expired, NoName, NotPicture, OtherName, Redirected, Slow, Status,
            Unreachable, Untrusted,
        };
        let statuses = [401, 403, 404, 418, 429, 500, 503].map(Status);
        let others = [
            NoName,
            Unreachable,
            Slow,
            Untrusted,
            Expired,
            OtherName,
            Encryption,
            Redirected,
            NotPicture,
            Broken,
        ];
        for trouble in others.into_iter().chain(statuses) {
            for lang in [Lang::En, Lang::Ar] {
                let told = trouble.told(Words::of(lang), "a.example");
                assert!(told.contains("a.example"), "{trouble:?}: {told}");
            }
        }
        assert!(Client("no roots".to_owned()).told(Words::of(Lang::En), "a").contains("no roots"));
        assert!(Status(503).told(Words::of(Lang::Ar), "a").contains("503"));
    }
}
