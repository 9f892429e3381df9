/** Invented organisations of the demonstration, and the seven agencies of the plan by their office in the province. */
export interface SeedOrganisation {
  readonly key: string
  readonly nameFa: string
  readonly nameEn: string
  readonly type: string
  readonly agencyCode?: string
  readonly isSupportBody?: boolean
  readonly isSocialEntrepreneur?: boolean
  readonly parent?: string
  readonly kinds: readonly string[]
  readonly counties?: readonly string[]
}
export const seedOrganisations: readonly SeedOrganisation[] = [
  {
    key: 'office',
    nameFa: 'دفتر امور بانوان و خانواده',
    nameEn: 'Office of Women and Family Affairs',
    type: 'governorate',
    kinds: ['owner'],
  },
  {
    key: 'governorate-1801',
    nameFa: 'فرمانداری بوشهر',
    nameEn: 'Governorate of Bushehr',
    type: 'governorate',
    kinds: ['client'],
    counties: ['1801'],
  },
  {
    key: 'governorate-1802',
    nameFa: 'فرمانداری تنگستان',
    nameEn: 'Governorate of Tangestan',
    type: 'governorate',
    kinds: ['client'],
    counties: ['1802'],
  },
  {
    key: 'governorate-1803',
    nameFa: 'فرمانداری دشتستان',
    nameEn: 'Governorate of Dashtestan',
    type: 'governorate',
    kinds: ['client'],
    counties: ['1803'],
  },
  {
    key: 'governorate-1804',
    nameFa: 'فرمانداری دشتی',
    nameEn: 'Governorate of Dashti',
    type: 'governorate',
    kinds: ['client'],
    counties: ['1804'],
  },
  { key: 'acecr', nameFa: 'جهاد دانشگاهی', nameEn: 'ACECR', type: 'agency', agencyCode: 'ACECR', kinds: ['agency', 'executor'] },
  {
    key: 'labour',
    nameFa: 'تعاون، کار و رفاه اجتماعی',
    nameEn: 'Cooperatives, Labour and Social Welfare',
    type: 'agency',
    agencyCode: 'MCLS',
    kinds: ['agency'],
  },
  {
    key: 'relief-committee',
    nameFa: 'کمیتهٔ امداد',
    nameEn: 'Relief Committee',
    type: 'agency',
    agencyCode: 'IKRC',
    isSupportBody: true,
    kinds: ['agency'],
  },
  { key: 'behzisti', nameFa: 'بهزیستی', nameEn: 'Behzisti', type: 'agency', agencyCode: 'SWO', isSupportBody: true, kinds: ['agency'] },
  { key: 'handicrafts', nameFa: 'صنایع دستی', nameEn: 'Handicrafts', type: 'agency', agencyCode: 'MCTH_HANDICRAFTS', kinds: ['agency'] },
  { key: 'agriculture', nameFa: 'جهاد کشاورزی', nameEn: 'Agricultural Jihad', type: 'agency', agencyCode: 'AJO', kinds: ['agency'] },
  { key: 'industry', nameFa: 'صمت', nameEn: 'Industry, Mine and Trade', type: 'agency', agencyCode: 'SAMT', kinds: ['agency'] },
  { key: 'holding', nameFa: 'هلدینگ نمایشی موج', nameEn: 'Demo Holding Mowj', type: 'holding', kinds: ['driver', 'backer'] },
  {
    key: 'holding-packing',
    nameFa: 'بسته‌بندی موج (نمایشی)',
    nameEn: 'Mowj Packing (demo)',
    type: 'subsidiary',
    parent: 'holding',
    kinds: ['buyer'],
  },
  {
    key: 'entrepreneur',
    nameFa: 'کارگاه نمایشی نخل‌بافان',
    nameEn: 'Demo Palm Weavers',
    type: 'company',
    isSocialEntrepreneur: true,
    kinds: ['driver'],
    counties: ['1803'],
  },
]
