import Dossiers
import Testing

struct CitationTests {
  @Test(
    "an article is cited in the words of Vietnamese law",
    arguments: [
      ("Civil Code 2015 art. 147", "Điều 147 Bộ luật Dân sự 2015"),
      ("Labour Code 2019 arts 111, 112", "Điều 111, Điều 112 Bộ luật Lao động 2019"),
      (
        "Circular 17/2017/TT-BTTTT art. 3(4), 7(2)(a)",
        "khoản 4 Điều 3, điểm a khoản 2 Điều 7 Thông tư 17/2017/TT-BTTTT"
      ),
      ("Circular 17/2017/TT-BTTTT art. 7(2)(đ)", "điểm đ khoản 2 Điều 7 Thông tư 17/2017/TT-BTTTT"),
      ("Decree 61/2018/NĐ-CP art. 19, 20", "Điều 19, Điều 20 Nghị định 61/2018/NĐ-CP"),
      ("Decree 61/2018/NĐ-CP art. 19(5), (6)", "khoản 5 Điều 19, khoản 6 Điều 19 Nghị định 61/2018/NĐ-CP"),
      ("Decision 45/2016/QĐ-TTg art. 7(4)", "khoản 4 Điều 7 Quyết định 45/2016/QĐ-TTg"),
      ("Civil Code 2015 arts 147 and 148", "Điều 147, Điều 148 Bộ luật Dân sự 2015"),
      ("Luật Hộ tịch 2014 art.5", "Điều 5 Luật Hộ tịch 2014"),
      ("Circular 28/2015", "Thông tư 28/2015"),
      ("Decision 12/QĐ-UBND; Civil Code 2015 art. 148", "Quyết định 12/QĐ-UBND; Điều 148 Bộ luật Dân sự 2015"),
    ])
  func cites(_ law: String, _ vietnamese: String) {
    #expect(Citation.vietnamese(law) == vietnamese)
  }

  @Test(
    "what is cited in another form stays as it is written",
    arguments: [
      "", "our own rule", "Circular", "Circular 17/2017/TT-BTTTT art. seven", "Decree 61/2018 art. (3)",
      "Act 5 art. 3", "Circular 17/2017 art. ", "Circular 28/2015; our own rule", "Điều 3 Thông tư 28/2015", "; ",
      "Circular 17/2017 art. 7(2)(a)(b)",
    ])
  func keeps(_ law: String) {
    #expect(Citation.vietnamese(law) == law)
  }
}
