//! Which acts a count of dead may stem from.

use super::toll::TollHit;
use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;

/// Is it an attack that is repelled, or the noun of what is shot down right behind the verb?
pub(super) fn is_shot_down(drafts: &[Draft], draft: &Draft) -> bool {
    const NEAR: usize = 3;
    let before = |o: &Draft| {
        let near = o.trigger.1 <= draft.trigger.0 && draft.trigger.0 < o.trigger.1 + NEAR;
        o.frame == Frame::Repel && o.clause == draft.clause && near
    };
    draft.frame == Frame::Repel || draft.is_noun && drafts.iter().any(before)
}

/// «30 were killed in the battles, while X came under shelling»: does a word that sets another matter against the count stand
/// between it and the act?
pub(super) fn is_set_against(reading: &Reading<'_>, toll: &TollHit, draft: &Draft) -> bool {
    let contrast = |i: usize| reading.says_cue(i, Cue::Contrast);
    (toll.to..draft.trigger.0).any(contrast)
}

/// «X says that it repelled the attack, and doctors told of the death of 45»: whoever repels tells of his own dead; those of
/// whom somebody else tells died by the attack.
pub(super) fn is_told_by_another(harm: &Draft, cause: &Draft) -> bool {
    let (Some(dead), Some(act)) = (&harm.stance.attribution, &cause.stance.attribution) else { return false };
    cause.frame == Frame::Repel && harm.clause != cause.clause && dead.from != act.from
}

/// May people be hurt by what the draft tells?
pub(super) fn causes_harm(draft: &Draft) -> bool {
    let fights = matches!(
        draft.kind,
        EventKind::AirStrike | EventKind::Shelling | EventKind::Clash | EventKind::Infighting
    );
    let fights = fights || (draft.kind == EventKind::Defence && draft.frame == Frame::Repel);
    // «stormed X and killed ten civilians»: a raid.
    fights || (draft.kind == EventKind::Attack && matches!(draft.frame, Frame::Strike | Frame::Enter))
}

/// «20 were killed in the battles», «the battles left 20 dead»: fighting told before, of which the count tells all there is.
pub(super) fn is_told_by_count(draft: &Draft, tolls: &[TollHit]) -> bool {
    const REACH: usize = 6;
    let bare = draft.places.is_empty()
        && draft.date.is_none()
        && draft.tolls.is_empty()
        && draft.initiators.is_empty()
        && draft.others.is_empty();
    let fight = draft.kind == EventKind::Clash && draft.is_noun && draft.is_definite;
    let (from, to) = draft.trigger;
    let near = |t: &TollHit| from < t.to + REACH && t.from < to + REACH;
    fight && bare && tolls.iter().any(near)
}
