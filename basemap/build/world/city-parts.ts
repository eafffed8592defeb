/** Parts of a neighbouring city that GeoNames has as cities of their own. */
const PARTS = new Set([
  'SA Sulţānah',
  'TR Ataşehir',
  'TR Bahçelievler',
  'TR Bağcılar',
  'TR Çankaya',
  'TR Esenler',
  'TR Karabağlar',
  'TR Maltepe',
  'TR Merkezefendi',
  'TR Muratpaşa',
  'TR Sultanbeyli',
  'TR Sultangazi',
  'TR Umraniye',
  'TR Üsküdar',
  'TR Şişli',
]);

/** Whether a place of GeoNames is a part of a city that is shown already. */
export function isPartOfCity(country: string, geonames: string): boolean {
  return PARTS.has(`${country} ${geonames}`);
}
