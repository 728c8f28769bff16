//! The shape of `language/places.toml`, as written.

use serde::Deserialize;

use super::{Frame, PartKind};
use crate::knowledge::PlaceKind;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Raw {
    pub(super) country: Vec<String>,
    pub(super) capital: Vec<String>,
    pub(super) again: Vec<String>,
    #[serde(default)]
    pub(super) unsure: Vec<String>,
    pub(super) locatives: Vec<String>,
    pub(super) governors: Vec<String>,
    pub(super) ambiguous: Vec<String>,
    pub(super) after_preposition: Vec<String>,
    pub(super) not_names: Vec<String>,
    pub(super) kilometres: Vec<String>,
    pub(super) introducers: Vec<String>,
    pub(super) neighbours: Vec<String>,
    pub(super) scenes: Vec<String>,
    #[serde(default)]
    pub(super) of_states: Vec<String>,
    #[serde(default)]
    pub(super) seats: Vec<String>,
    #[serde(default)]
    pub(super) arabic: Vec<String>,
    pub(super) compound: Vec<String>,
    #[serde(default)]
    pub(super) features: Vec<String>,
    #[serde(default)]
    pub(super) offices: Vec<String>,
    pub(super) cue: Vec<RawCue>,
    pub(super) part: Vec<RawPart>,
    pub(super) direction: Vec<RawDirection>,
    pub(super) frame: Vec<RawFrame>,
    pub(super) unless: Vec<RawUnless>,
    pub(super) of_party: Vec<RawOfParty>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCue {
    pub(super) kind: Option<PlaceKind>,
    #[serde(default)]
    pub(super) form: Form,
    pub(super) words: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Form {
    #[default]
    One,
    Many,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPart {
    pub(super) part: PartKind,
    pub(super) words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDirection {
    pub(super) degrees: toml::Spanned<u16>,
    pub(super) nouns: Vec<String>,
    pub(super) adjectives: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFrame {
    pub(super) role: Frame,
    pub(super) words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawUnless {
    pub(super) names: Vec<String>,
    pub(super) near: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawOfParty {
    pub(super) names: Vec<String>,
    pub(super) country: String,
}
