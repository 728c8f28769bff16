//! The sign of each kind of event: a character of the icon font.

use crate::events::EventKind;

/// The sign of `kind`.
pub(super) fn of(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Capture => "\u{e244}",
        EventKind::Retake => "\u{e08a}",
        EventKind::Advance => "\u{e06c}",
        EventKind::Withdrawal => "\u{e058}",
        EventKind::Defence => "\u{e40a}",
        EventKind::Clash => "\u{e5ba}",
        EventKind::AirStrike => "\u{e002}",
        EventKind::Shelling => "\u{ee0a}",
        EventKind::Attack => "\u{e1d8}",
        EventKind::Infighting => "\u{e4e0}",
        EventKind::Deployment | EventKind::Leadership => "\u{e4d6}",
        EventKind::Casualties => "\u{e56e}",
        EventKind::Detention => "\u{e2fa}",
        EventKind::Release => "\u{e306}",
        EventKind::Displacement => "\u{e2c4}",
        EventKind::Infrastructure => "\u{e270}",
        EventKind::Protest => "\u{e324}",
        EventKind::Agreement => "\u{e582}",
        EventKind::Diplomacy => "\u{e288}",
        EventKind::Statement => "\u{e660}",
    }
}
