import Dossiers
import Testing

struct ContentTypeTests {
  @Test(
    "one CloudEvent in JSON is known in any case and with any parameters",
    arguments: [
      "application/cloudevents+json", "Application/CloudEvents+JSON", "application/cloudevents+json; charset=utf-8",
      "application/cloudevents+json;charset=\"UTF-8\"", " application/cloudevents+json ;\tversion=\"1;\\\"0\" ; a=b",
      "application/cloudevents+json;",
    ])
  func taken(_ text: String) { #expect(ContentType.isCloudEvent(text)) }

  @Test(
    "another media type, a broken one, and another charset than JSON's are told apart",
    arguments: [
      "", ";", "application/cloudevents+jsonx", "application/cloudevents+json charset=utf-8",
      "application/cloudevents-batch+json", "application/cloudevents", "application/json", "text/plain",
      "xapplication/cloudevents+json", "application/cloudevents+json; charset=iso-8859-1",
      "application/cloudevents+json; charset", "application/cloudevents+json; charset=",
      "application/cloudevents+json; a=\"b", "application/cloudevents+json; a=\"b\\",
      "application/cloudevents+json; =b",
      "application/cloudevents+json; a=b c=d", "application/cloudevents+json, application/cloudevents+json",
    ])
  func refused(_ text: String) { #expect(!ContentType.isCloudEvent(text)) }
}
