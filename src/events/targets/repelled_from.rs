//! «repelled an attack that X launched», «foiled an attempt of X to advance»: whose attack is repelled.

use super::aim::may_be_hit;
use crate::events::acts::draft::{Actors, Draft, Scope};
use crate::events::clauses::item::What;
use crate::events::doers::launched::launched_by;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// So many items behind the verb of repelling the attack may stand, and so many behind the attack who launched it.
const REACH: usize = 7;

/// Who launched the attack that the trigger at `item` repels.
pub(super) fn attackers(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> Actors {
    let end = scope.items.len().min(item + 1 + REACH);
    let attacks = |i: &usize| {
        let noun = scope.items[*i].noun_trigger().map(|t| scope.trigger(t).frame);
        matches!(noun, Some(Frame::Fight | Frame::Enter | Frame::Strike)) || scope.items[*i].is_cue(Cue::Plan)
    };
    // «intercepted three drones that X launched».
    let launcher = launched_by(scope, item).filter(|&a| may_be_hit(scope, draft, a));
    let mut found: Actors = launcher.into_iter().collect();
    if !found.is_empty() {
        return found;
    }
    for at in (item + 1..end).take_while(|i| scope.items[*i].what != What::Stop).filter(attacks) {
        let named = launched_by(scope, at).or_else(|| of_whom(scope, at));
        found.extend(named.filter(|&a| may_be_hit(scope, draft, a)));
        if !found.is_empty() {
            break;
        }
    }
    found
}

/// The side right behind the noun of attacking at item `at`: its adjective, its genitive, or with «of», «by».
fn of_whom(scope: Scope<'_, '_>, at: usize) -> Option<usize> {
    const NEAR: usize = 4;
    for i in at + 1..scope.items.len().min(at + 1 + NEAR) {
        let it = &scope.items[i];
        match it.what {
            What::Actor(a) if it.affixes.is_empty() || it.affixes == Affixes::LI => return Some(a),
            What::Word => {}
            _ if it.is_cue(Cue::Prep(Prep::By)) || it.noun_trigger().is_some() => {}
            _ => return None,
        }
    }
    None
}
