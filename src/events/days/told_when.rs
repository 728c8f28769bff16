//! «ten were killed when aircraft bombed the market»: the clause of time tells the act that the toll before it is of.

use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::events::tolls::toll::TollHit;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;

/// Does a clause of time right behind the harm tell its cause («… when», «… after they had bombed»)?
pub(in crate::events) fn is_told_when(
    reading: &Reading<'_>,
    harm: &Draft,
    cause: &Draft,
    toll: &TollHit,
) -> bool {
    // «ten were killed, among them four children, who fell when …»: a verb of their fall may stand between.
    const FALLING: usize = 3;
    let follows = cause.clause == harm.clause + 1 || cause.clause == harm.clause + 2;
    if harm.is_noun || !cause.is_dependent || !follows || toll.to > cause.trigger.0 {
        return false;
    }
    let reach = if cause.clause == harm.clause + 1 { cause.trigger.0 } else { toll.to + FALLING };
    // «killed when X announced that it had shot down …»: what is only told of is no cause.
    let (said, known) = (&cause.stance, &harm.stance);
    let is_reported = cause.is_noun && !cause.is_carried
        || said.content_of != known.content_of
        || said.modality != known.modality;
    let same_place = harm.places.is_empty() || cause.places.is_empty() || harm.places == cause.places;
    let same_day = harm.date.is_none() || cause.date.is_none() || harm.date == cause.date;
    // «killed after fighting broke out» only says since when.
    let strikes = cause.frame == Frame::Strike;
    let opens = |i: usize| reading.says_cue(i, Cue::When) || strikes && reading.says_cue(i, Cue::AfterThat);
    !is_reported && same_place && same_day && (toll.to..reach.min(cause.trigger.0)).any(opens)
}

/// Those whom the toll counts are whom the act hit, and none of its doers.
pub(in crate::events) fn hand_over_harmed(reading: &Reading<'_>, harm: &Draft, cause: &mut Draft) {
    cause.initiators.retain(|a| !harm.targets.contains(a));
    let side = |a: usize| reading.actors[a].faction;
    for &hit in &harm.targets {
        let own = side(hit).is_some() && cause.initiators.iter().any(|&a| side(a) == side(hit));
        if !own && !cause.targets.contains(&hit) {
            cause.targets.push(hit);
        }
    }
    if cause.places.is_empty() {
        cause.places.clone_from(&harm.places);
    }
    cause.date = cause.date.or(harm.date);
}

/// «bombed X and Y, which led to the death of a child in X»: the toll of one of the places of an act is told by itself.
pub(in crate::events) fn part_of_one_place(
    reading: &Reading<'_>,
    harm: Option<&Draft>,
    cause: &mut Draft,
    toll: &TollHit,
) -> Option<Draft> {
    let [there] = harm?.places.as_slice() else { return None };
    if cause.places.len() < 2
        || reading.places[*there].tokens.start < toll.from
        || cause.trigger.0 > toll.from
    {
        return None;
    }
    let place = reading.places[*there].place.filter(|_| cause.places.iter().all(|p| p != there))?;
    let at = cause.places.iter().position(|&p| reading.places[p].place == Some(place))?;
    let one = cause.places.remove(at);
    let mut part = cause.clone();
    part.places.clear();
    part.places.push(one);
    part.tolls.clear();
    Some(part)
}
