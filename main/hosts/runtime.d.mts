export declare const WRONG_RUNTIME: number
export declare function describeWrongRuntime(versions: {
  napi?: string | undefined
  node: string
}): string | null
export declare function requireRuntime(): void
