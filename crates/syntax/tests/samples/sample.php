<?php
declare(strict_types=1);

namespace App\Shop;

use App\Models\{Order, Item as Product};
use PDO;
use function App\Helpers\money;

interface Priced extends Countable
{
    const TAX = 19;
    public function price(int $count = 1): ?float;
}

trait Logged
{
    protected static array $lines = [];
    private function log(string ...$lines): void { self::$lines[] = implode(', ', $lines); }
}

enum Suit: string
{
    case Hearts = 'H';
    case Spades = 'S';
}

#[Entity("cart"), Cached]
abstract class Cart extends Base implements Priced
{
    use Logged;

    public function __construct(private readonly PDO $db, public ?array $items = null) {}

    #[Route('/total')]
    final public function total(&$sum, $rate = 1.5): float|int
    {
        foreach ($this->items as $name => $item) {
            if ($item === null) {
                continue;
            } elseif ($item->price > 10 && !$item->sold) {
                $sum += $item?->price * 2 ** 3;
            } else {
                break;
            }
        }
        for ($i = 0, $j = 9; $i < $j; $i++) {
            $this->log("line $i of {$this->items[$j]->name} and $names[0]", 'its' ?? 'x');
        }
        while (true): $i--; endwhile;
        do { $i .= 'x'; } while ($i != 'xxx');
        switch ($rate) {
            case 1:
            case 2:
                return $sum;
            default:
                throw new \RuntimeException('rate', code: 3);
        }
        $kind = match (true) { $sum < 1, $sum > 9 => 'far', default => 'near' };
        try {
            $row = $this->db->query("SELECT * FROM t WHERE id = " . (int) $id)->fetch();
        } catch (PDOException | Error $e) {
            echo $e->getMessage(), "\n";
        } finally {
            unset($row);
        }
        // What it counts.
        static $calls = 0;
        global $config;
        [$a, 'k' => $b] = [1, 'k' => 2];
        list($c, , $d) = f(...$a);
        $add = fn(int $x) => $x + $this->n;
        $run = function ($x) use (&$add) { yield $x => $add($x); };
        $text = <<<TEXT
          Hello $name, {$obj->call('x')}
        TEXT;
        $raw = <<<'RAW'
          as $is
        RAW;
        $out = `ls -l $dir`;
        $o = new class(1) extends Base { public $x; };
        $q = $a ?: $b ? @file($c) : print 'd';
        include_once __DIR__ . '/x.php';
        A::$b; A::C; $a::run(); $$n; clone $o; -$x; $x instanceof Cart;
        exit(1);
    }
}
?>
<p class="x"><?= $title ?></p>
<?php if ($open): ?>
  <b>open</b>
<?php else: ?>
  <i>closed</i>
<?php endif; ?>
