// A ledger in C++.
#include <string>
#include <vector>
using namespace std;

namespace bank {
template <typename T>
class Ledger : public Base, private Other<T> {
 public:
  explicit Ledger(const string& name = "main") : name_(name), size_{0} {}
  virtual ~Ledger() = default;
  int size() const { return size_; }
  static Ledger* make(int n) { return new Ledger("made"); }

 private:
  string name_;
  int size_ = 0;
};

enum class State : int { Open, Closed };

void work(vector<int>& items, unique_ptr<Entry> entry) {
  auto total = 0;
  for (const auto& item : items) {
    total += item;
  }
  auto twice = [&total](int x) { return x * 2; };
  try {
    std::cout << "total " << twice(total) << std::endl;
    if (total < 0) throw std::runtime_error("below zero");
  } catch (const std::exception& error) {
    log(error.what());
  } catch (...) {
    abort();
  }
  int* numbers = new int[10];
  delete[] numbers;
  entry->close();
  auto text = R"(raw text)";
  const int* pointer = static_cast<const int*>(nullptr);
  bool done = true && !false;
  if (int rest = total % 2) { use(rest); }
}
}  // namespace bank
