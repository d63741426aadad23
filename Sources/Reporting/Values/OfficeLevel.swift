import Domain

/// What an office adds up: a province with its districts and communes, or the nation with its provinces.
///
/// Whatever its reports call the whole and its parts comes from here.
package enum OfficeLevel: Hashable, Sendable {
    case province, nation

    private func choose(_ province: Bilingual, _ nation: Bilingual) -> Bilingual {
        self == .province ? province : nation
    }

    /// `Toàn tỉnh`: at the head of a row.
    package var whole: Bilingual {
        choose(Bilingual(vi: "Toàn tỉnh", en: "Whole province"), Bilingual(vi: "Cả nước", en: "Whole country"))
    }

    /// `toàn tỉnh`: within a sentence.
    package var wholeInText: Bilingual {
        choose(Bilingual(vi: "toàn tỉnh", en: "the province"), Bilingual(vi: "cả nước", en: "the country"))
    }

    /// What is reported for the whole, under none of its parts.
    package var placeless: Bilingual {
        choose(
            Bilingual(vi: "Cấp tỉnh (không phân theo xã)", en: "Provincial level (no commune)"),
            Bilingual(vi: "Cấp trung ương (không phân theo tỉnh)", en: "National level (no province)"))
    }

    /// The parts that are added up, as the head of a column tells them from communes.
    package var area: Bilingual {
        choose(
            Bilingual(vi: "Địa bàn cấp huyện cũ", en: "Former district"),
            Bilingual(vi: "Tỉnh, thành phố", en: "Province"))
    }

    /// The same in a sentence: down to what figures go.
    package var areasInText: Bilingual {
        choose(
            Bilingual(vi: "địa bàn cấp huyện cũ", en: "districts"), Bilingual(vi: "tỉnh, thành phố", en: "provinces"))
    }

    // What tidy tables call their rows; packages of provinces are read by these words.

    package var levelOfWhole: Bilingual {
        choose(Bilingual(vi: "tỉnh", en: "province"), Bilingual(vi: "cả nước", en: "country"))
    }

    package var levelOfPlaceless: Bilingual {
        choose(Bilingual(vi: "cấp tỉnh", en: "provincial level"), Bilingual(vi: "cấp trung ương", en: "national level"))
    }

    package var levelOfArea: Bilingual {
        choose(Bilingual(vi: "địa bàn", en: "district"), Bilingual(vi: "tỉnh", en: "province"))
    }
}
