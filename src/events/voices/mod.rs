//! Who says so, and how far the text stands behind it.

pub(super) mod asked_for;
pub(super) mod bulletin;
pub(super) mod claimed;
pub(super) mod condemned;
pub(super) mod declared;
pub(super) mod denial;
pub(super) mod denied;
pub(super) mod denied_before;
pub(super) mod exposed;
pub(super) mod failed;
mod goes_on_saying;
pub(super) mod issued;
pub(super) mod nouns_of_speech;
pub(super) mod own_words;
pub(super) mod said_in_heading;
pub(super) mod said_in_talk;
pub(super) mod speakers;
pub(super) mod source_behind;
mod speech;
pub(super) mod stance;
mod standing;
pub(super) mod told_already;
mod told_officially;
pub(super) mod unreal;
pub(super) mod verbless;
pub(super) mod voice;
pub(super) mod words_said;
