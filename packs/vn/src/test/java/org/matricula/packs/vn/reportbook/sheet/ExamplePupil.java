package org.matricula.packs.vn.reportbook.sheet;

/// An invented pupil.
///
/// @param name invented
/// @param girl sex
/// @param bornOn ISO date
/// @param ethnicity one of the peoples of Quảng Ninh
/// @param profile how the year went
record ExamplePupil(String name, boolean girl, String bornOn, String ethnicity, Profile profile) {

    /// How a year goes; each gives one of the four year results.
    enum Profile {
        EXCELLENT,
        GOOD,
        COMPLETED,
        NOT_COMPLETED
    }

    /// A number of the right structure: Quảng Ninh, century and sex, year, and six invented digits.
    String number(int index) {
        return "022" + (girl ? 3 : 2) + bornOn.substring(2, 4) + "%06d".formatted((index * 7_919 + 10_427) % 1_000_000);
    }
}
