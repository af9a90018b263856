import Dossiers

/// An envelope on its way.
struct Parcel {
  let item: ItemID
  let posting: Posting
  /// The office that accepts it.
  let origin: Int
  /// The office that delivers it.
  let target: Int
}
