//! Points on the earth, WGS84 degrees.

use serde::{Deserialize, Serialize};

/// Longitude and latitude in degrees, WGS84.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LonLat {
    /// Degrees east.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
}

impl LonLat {
    /// From degrees east and north.
    pub const fn new(lon: f64, lat: f64) -> Self {
        Self { lon, lat }
    }

    /// Great-circle distance in kilometres (haversine on a sphere of radius 6371 km).
    pub fn distance_km(self, other: Self) -> f64 {
        let half = |a: f64, b: f64| ((b - a).to_radians() / 2.0).sin().powi(2);
        let h = half(self.lat, other.lat)
            + half(self.lon, other.lon) * self.lat.to_radians().cos() * other.lat.to_radians().cos();
        12_742.0 * h.sqrt().min(1.0).asin()
    }

    /// Web-Mercator coordinates in 0..1, x eastward from 180° W, y southward from 85.05° N.
    pub fn mercator(self) -> [f64; 2] {
        let s = self.lat.to_radians().sin().clamp(-0.9999, 0.9999);
        [self.lon / 360.0 + 0.5, 0.5 - ((1.0 + s) / (1.0 - s)).ln() / (4.0 * std::f64::consts::PI)]
    }

    /// The inverse of [`Self::mercator`].
    pub fn from_mercator([x, y]: [f64; 2]) -> Self {
        let lat = (std::f64::consts::PI * (1.0 - 2.0 * y)).sinh().atan().to_degrees();
        Self { lon: (x - 0.5) * 360.0, lat }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mercator_round_trips_and_distance_is_right() {
        let aleppo = LonLat::new(37.1612, 36.2012);
        let hama = LonLat::new(36.7578, 35.1318);
        let back = LonLat::from_mercator(aleppo.mercator());
        assert!((back.lon - aleppo.lon).abs() < 1e-9 && (back.lat - aleppo.lat).abs() < 1e-9);
        assert!((aleppo.distance_km(hama) - 124.4).abs() < 1.0);
    }
}
