/** The blocks that a pattern can name, with their first and last unit. */
export const unicodeBlocks: string =
  ",IsBasicLatin 0 7f,IsLatin-1Supplement 80 ff,IsLatinExtended-A 100 17f,IsLatinExtended-B 180 24f,IsIPAExtensions 250 2af," +
  "IsSpacingModifierLetters 2b0 2ff,IsCombiningDiacriticalMarks 300 36f,IsGreek 370 3ff,IsGreekandCoptic 370 3ff,IsCyrillic 400 4ff," +
  "IsCyrillicSupplement 500 52f,IsArmenian 530 58f,IsHebrew 590 5ff,IsArabic 600 6ff,IsSyriac 700 74f,IsThaana 780 7bf,IsDevanagari 900 97f," +
  "IsBengali 980 9ff,IsGurmukhi a00 a7f,IsGujarati a80 aff,IsOriya b00 b7f,IsTamil b80 bff,IsTelugu c00 c7f,IsKannada c80 cff,IsMalayalam d00 d7f," +
  "IsSinhala d80 dff,IsThai e00 e7f,IsLao e80 eff,IsTibetan f00 fff,IsMyanmar 1000 109f,IsGeorgian 10a0 10ff,IsHangulJamo 1100 11ff,IsEthiopic 1200 137f," +
  "IsCherokee 13a0 13ff,IsUnifiedCanadianAboriginalSyllabics 1400 167f,IsOgham 1680 169f,IsRunic 16a0 16ff,IsTagalog 1700 171f,IsHanunoo 1720 173f," +
  "IsBuhid 1740 175f,IsTagbanwa 1760 177f,IsKhmer 1780 17ff,IsMongolian 1800 18af,IsLimbu 1900 194f,IsTaiLe 1950 197f,IsKhmerSymbols 19e0 19ff," +
  "IsPhoneticExtensions 1d00 1d7f,IsLatinExtendedAdditional 1e00 1eff,IsGreekExtended 1f00 1fff,IsGeneralPunctuation 2000 206f," +
  "IsSuperscriptsandSubscripts 2070 209f,IsCurrencySymbols 20a0 20cf,IsCombiningDiacriticalMarksforSymbols 20d0 20ff,IsCombiningMarksforSymbols 20d0 20ff," +
  "IsLetterlikeSymbols 2100 214f,IsNumberForms 2150 218f,IsArrows 2190 21ff,IsMathematicalOperators 2200 22ff,IsMiscellaneousTechnical 2300 23ff," +
  "IsControlPictures 2400 243f,IsOpticalCharacterRecognition 2440 245f,IsEnclosedAlphanumerics 2460 24ff,IsBoxDrawing 2500 257f,IsBlockElements 2580 259f," +
  "IsGeometricShapes 25a0 25ff,IsMiscellaneousSymbols 2600 26ff,IsDingbats 2700 27bf,IsMiscellaneousMathematicalSymbols-A 27c0 27ef," +
  "IsSupplementalArrows-A 27f0 27ff,IsBraillePatterns 2800 28ff,IsSupplementalArrows-B 2900 297f,IsMiscellaneousMathematicalSymbols-B 2980 29ff," +
  "IsSupplementalMathematicalOperators 2a00 2aff,IsMiscellaneousSymbolsandArrows 2b00 2bff,IsCJKRadicalsSupplement 2e80 2eff,IsKangxiRadicals 2f00 2fdf," +
  "IsIdeographicDescriptionCharacters 2ff0 2fff,IsCJKSymbolsandPunctuation 3000 303f,IsHiragana 3040 309f,IsKatakana 30a0 30ff,IsBopomofo 3100 312f," +
  "IsHangulCompatibilityJamo 3130 318f,IsKanbun 3190 319f,IsBopomofoExtended 31a0 31bf,IsKatakanaPhoneticExtensions 31f0 31ff," +
  "IsEnclosedCJKLettersandMonths 3200 32ff,IsCJKCompatibility 3300 33ff,IsCJKUnifiedIdeographsExtensionA 3400 4dbf,IsYijingHexagramSymbols 4dc0 4dff," +
  "IsCJKUnifiedIdeographs 4e00 9fff,IsYiSyllables a000 a48f,IsYiRadicals a490 a4cf,IsHangulSyllables ac00 d7af,IsHighSurrogates d800 db7f," +
  "IsHighPrivateUseSurrogates db80 dbff,IsLowSurrogates dc00 dfff,IsPrivateUse e000 f8ff,IsPrivateUseArea e000 f8ff," +
  "IsCJKCompatibilityIdeographs f900 faff,IsAlphabeticPresentationForms fb00 fb4f,IsArabicPresentationForms-A fb50 fdff,IsVariationSelectors fe00 fe0f," +
  "IsCombiningHalfMarks fe20 fe2f,IsCJKCompatibilityForms fe30 fe4f,IsSmallFormVariants fe50 fe6f,IsArabicPresentationForms-B fe70 feff," +
  "IsHalfwidthandFullwidthForms ff00 ffef,IsSpecials fff0 ffff,";
