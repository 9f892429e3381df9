/** How a PostgreSQL is reached: the embedded one by its socket folder, any other by an address. */
export type DatabaseConfig =
  | { readonly host: string; readonly user: string; readonly database: string }
  | { readonly connectionString: string }
