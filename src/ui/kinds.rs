//! An icon for each kind of event.

use super::theme::icon;
use crate::events::EventKind;

/// The icon of a kind.
pub(super) fn icon_of(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Capture | EventKind::Retake => icon::FLAG,
        EventKind::Advance => icon::ARROW_RIGHT,
        EventKind::Withdrawal => icon::ARROW_LEFT,
        EventKind::Defence => icon::SHIELD,
        EventKind::Clash | EventKind::Infighting => icon::SWORD,
        EventKind::AirStrike => icon::AIRPLANE,
        EventKind::Shelling => icon::BOMB,
        EventKind::Attack => icon::CROSSHAIR,
        EventKind::Deployment => icon::USERS,
        EventKind::Casualties => icon::FIRST_AID,
        EventKind::Detention => icon::LOCK,
        EventKind::Release => icon::LOCK_OPEN,
        EventKind::Displacement => icon::SPREAD,
        EventKind::Infrastructure => icon::HOUSE,
        EventKind::Protest | EventKind::Statement => icon::MEGAPHONE,
        EventKind::Agreement => icon::HANDSHAKE,
        EventKind::Diplomacy => icon::GLOBE,
        EventKind::Leadership => icon::GEAR,
    }
}
