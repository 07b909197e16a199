/** The version of the wire that this code speaks. A server answers another one with `bye`. */
export const WIRE_VERSION = 1

/** Most UTF-16 units of an id, a position, a version or a name. */
export const MAX_ID_LENGTH = 512

/** Most UTF-16 units of a reaction's emoji: the longest there are, skin tones and all, have less. */
export const MAX_EMOJI_LENGTH = 64

/** How deep JSON from outside may nest: deeper would overflow the stack of whoever writes it on. */
export const MAX_JSON_DEPTH = 64

/** Most bytes (UTF-8) of a frame to a client; the answers to it included. */
export const MAX_FRAME_TO_CLIENT: number = 16 * 1024 * 1024

/** Most bytes of a frame to a server, unless its `welcome` says otherwise. */
export const MAX_FRAME_TO_SERVER: number = 1024 * 1024

/** Most numbered frames on their way and unconfirmed: what a receiver has to be ready to hold back. */
export const WINDOW_FRAMES = 256

/** Most numbers asked for in one `beat`. */
export const MAX_WANTED = 64

/** Most characters on their way and unconfirmed, unless one frame alone is longer. */
export const WINDOW_LENGTH: number = 1024 * 1024
