export { CountyField } from './county-field.tsx'
export { CountyMap, type CountyValue } from './county-map.tsx'
export { useCounties } from './use-counties.ts'
