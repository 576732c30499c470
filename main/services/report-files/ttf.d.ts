/** A font within the bundle, as a data URL. */
declare module '*.ttf?inline'
